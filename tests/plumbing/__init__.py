"""What every step stands on: files, folders, bank holidays, the colour profile."""
