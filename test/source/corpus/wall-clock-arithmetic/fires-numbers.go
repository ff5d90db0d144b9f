package main

import "time"

func main() {
	start := time.Now().UnixNano()
	micro, milli, seconds := time.Now().UnixMicro(), time.Now().UnixMilli(), time.Now().Unix()
	work()
	println(time.Now().UnixNano() - start)    /* want */
	println(time.Now().UnixMicro() - micro)   /* want */
	println((time.Now().UnixMilli()) - milli) /* want */
	println(time.Now().Unix() - seconds)      /* want */
}
