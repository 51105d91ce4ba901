"""Tests that the benchmarks measure what they say. No time is asserted."""
