"""The current rows of a state topic: the latest value per key; a message without a value takes the row away."""

import json

from kafka import KafkaConsumer, TopicPartition


def read_state(brokers, topic):
    consumer = KafkaConsumer(bootstrap_servers=brokers, auto_offset_reset="earliest", enable_auto_commit=False)
    partitions = [TopicPartition(topic, each) for each in consumer.partitions_for_topic(topic)]
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    ends = consumer.end_offsets(partitions)
    rows = {}
    while any(consumer.position(each) < ends[each] for each in partitions):
        for records in consumer.poll(timeout_ms=500).values():
            for record in records:
                key = record.key.decode()
                if record.value is None:
                    rows.pop(key, None)
                else:
                    rows[key] = json.loads(record.value)
    consumer.close()
    return list(rows.values())
