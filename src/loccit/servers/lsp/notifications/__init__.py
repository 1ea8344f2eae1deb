"""What a client may report, one notification of the protocol a module.

A module has `METHOD`, the name of the notification, and `heed(server, params)`.
"""
