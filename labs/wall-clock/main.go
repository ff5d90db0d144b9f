// Command wall-clock prints which ways to go on with a time keep its monotonic reading, and which take it away.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

func main() {
	now := time.Now()
	ways := []struct {
		name string
		time time.Time
	}{
		{"time.Now()", now},
		{"Add", now.Add(time.Second)},
		{"UTC", now.UTC()},
		{"Local", now.Local()},
		{"In", now.In(time.UTC)},
		{"Round", now.Round(0)},
		{"Truncate", now.Truncate(time.Second)},
		{"AddDate", now.AddDate(0, 0, 1)},
		{"JSON", throughJSON(now)},
		{"Unix", time.Unix(0, now.UnixNano())},
	}
	for _, way := range ways {
		// String shows the monotonic reading, where there is one.
		fmt.Println(way.name, strings.Contains(way.time.String(), " m="))
	}
}

func throughJSON(now time.Time) time.Time {
	var back time.Time
	text, err := json.Marshal(now)
	if err == nil {
		err = json.Unmarshal(text, &back)
	}
	if err != nil {
		panic(err)
	}
	return back
}
