"""What Hustings costs in time and memory, beside a naive approach in the same run: ``python -m benchmarks``."""
