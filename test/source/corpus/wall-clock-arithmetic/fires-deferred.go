package main

import "time"

type server struct{}

func (s *server) handle() {
	startTime := time.Now().UTC()
	defer func() {
		observe(time.Since(startTime)) /* want */
	}()
	work()
}
