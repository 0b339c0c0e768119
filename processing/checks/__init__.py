"""The rules on a register's factories: judging them, the findings, and what lasts from run to run."""
