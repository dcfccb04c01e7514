"""Counts, for each city, who decides at our customers, without knowing anybody's name: python deciders.py BROKER"""

import json
import sys
import tempfile

import duckdb
from state import read_state

# States without personal data, for readers who may not see persons.
TABLES = {
    "customer": (
        "crm.customer.customer.state-redacted.v1",
        "{id: 'uuid', tenantId: 'uuid', city: 'varchar', isDeleted: 'boolean'}",
    ),
    "contact": (
        "crm.customer.contact.state-redacted.v1",
        "{tenantId: 'uuid', customerId: 'uuid', buyingRole: 'varchar', isDeleted: 'boolean'}",
    ),
}

QUERY = """
    select customer.tenantId, customer.city, contact.buyingRole, count(*)
      from contact join customer on customer.id = contact.customerId and customer.tenantId = contact.tenantId
     where not customer.isDeleted and not contact.isDeleted
     group by all
     order by all
"""

database = duckdb.connect()
for table, (topic, columns) in TABLES.items():
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in read_state(sys.argv[1], topic))
        file.flush()
        rows = f"read_json('{file.name}', format = 'newline_delimited', columns = {columns})"
        database.execute(f"create table {table} as from {rows}")
for tenant, city, role, count in database.execute(QUERY).fetchall():
    print(json.dumps({"tenantId": str(tenant), "city": city, "role": role, "count": count}, ensure_ascii=False))
