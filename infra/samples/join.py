"""Loads customers and contacts into DuckDB and joins them: python join.py BROKER"""

import json
import sys
import tempfile

import duckdb
from state import read_state

# The columns that are wanted, with their types: guessed types would change with the rows.
TABLES = {
    "customer": (
        "crm.customer.customer.state.v1",
        "{id: 'uuid', tenantId: 'uuid', name: 'varchar', city: 'varchar', isDeleted: 'boolean'}",
    ),
    "contact": (
        "crm.customer.contact.state.v1",
        "{id: 'uuid', tenantId: 'uuid', customerId: 'uuid', name: 'varchar', isDeleted: 'boolean'}",
    ),
}

QUERY = """
    select customer.tenantId, customer.name as customer, contact.name as contact
      from contact join customer on customer.id = contact.customerId and customer.tenantId = contact.tenantId
     where not customer.isDeleted and not contact.isDeleted
     order by all
"""

database = duckdb.connect()
for table, (topic, columns) in TABLES.items():
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in read_state(sys.argv[1], topic))
        file.flush()
        rows = f"read_json('{file.name}', format = 'newline_delimited', columns = {columns})"
        database.execute(f"create table {table} as from {rows}")
for tenant, customer, contact in database.execute(QUERY).fetchall():
    print(json.dumps({"tenantId": str(tenant), "customer": customer, "contact": contact}, ensure_ascii=False))
