package main

import "time"

type pool struct{ created int64 }

func (p *pool) old(limit int64) bool {
	p.created = time.Now().Unix()
	return time.Now().Unix()-p.created > limit
}
