"""The `work` command: a foreman who never works, a keeper who keeps the book, and warm slots.

The foreman has no threads and no connections, so that forking is safe and cheap; who dies is forked anew.
"""
