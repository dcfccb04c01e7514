"""Checks what is on a topic against the schema in the registry, as Confluent's client reads it.

python validate.py BROKER REGISTRY TOPIC prints for each schema its id, and how many of today's rows keep it.
"""

import json
import sys

from confluent_kafka.schema_registry import SchemaRegistryClient
from jsonschema import Draft202012Validator
from state import read_state

broker, registry, topic = sys.argv[1:4]
client = SchemaRegistryClient({"url": registry})
latest = client.get_latest_version(f"{topic}-value")
schema = json.loads(client.get_schema(latest.schema_id).schema_str)
validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
rows = list(read_state(broker, topic))
broken = [error.message for row in rows for error in validator.iter_errors(row)]
print(json.dumps({"subject": latest.subject, "id": latest.schema_id, "rows": len(rows), "broken": broken}))
