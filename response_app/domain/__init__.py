"""The record and its rules as plain values: what every step of the story works on."""
