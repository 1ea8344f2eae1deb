"""The same work on a cluster: a scheduler of Dask and its workers.

A client lists the essays, and divides them into shards.  A worker reads each essay of a
shard, works on it as one process does, writes what comes of it, and reports.  A rerun
reads the reports, and leaves out what they have.
"""
