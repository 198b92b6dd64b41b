"""Mentions -> canonical people, organisations and proposals."""
