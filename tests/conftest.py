"""No random test fails because a busy machine was slow: speed is measured in benchmarks/, never in a test."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
