package main

import "time"

// Set by tests.
var start = time.Now().UTC()

func uptime() time.Duration {
	return time.Since(start)
}
