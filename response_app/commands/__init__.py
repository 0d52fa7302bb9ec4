"""The commands, one module each: what it takes, what it does, what it prints (checks, record out)."""
