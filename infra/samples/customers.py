"""Prints the customers as they are now, one JSON object a line: python customers.py BROKER"""

import json
import sys

from state import read_state

for customer in read_state(sys.argv[1], "crm.customer.customer.state.v1"):
    print(json.dumps(customer, ensure_ascii=False))
