"""How long what is kept about people, and the jobs that forget it."""
