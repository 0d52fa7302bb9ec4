"""Report in: turns what the inspectors published into a proposed inspection and findings; writes nothing."""
