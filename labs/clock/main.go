// Command clock measures what time.Now can tell on this machine, and prints it as one JSON object.
// It writes nothing, opens no connection, and ends after about five seconds.
package main

import (
	"encoding/json"
	"flag"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

// Report is what the program prints. Times are in nanoseconds unless the name says otherwise.
type Report struct {
	Format      string `json:"format"`
	Go          string `json:"go"`
	OS          string `json:"os"`
	Arch        string `json:"arch"`
	Processors  int    `json:"processors"`
	MaxProcs    int    `json:"maxProcs"`
	ClockSource string `json:"clockSource"`
	Steps       Steps  `json:"steps"`
	CallNs      int64  `json:"callNs"`
	Drift       Drift  `json:"drift"`
	Sleep       Sleeps `json:"sleep"`
}

// Steps tells how far apart two calls in a row are.
type Steps struct {
	Pairs int `json:"pairs"`
	// Zero counts pairs that read the same time.
	Zero int `json:"zero"`
	// Back counts pairs in which the second time was before the first one.
	Back       int   `json:"back"`
	SmallestNs int64 `json:"smallestNs"`
	P50Ns      int64 `json:"p50Ns"`
	P99Ns      int64 `json:"p99Ns"`
	MaxNs      int64 `json:"maxNs"`
}

// Drift compares the wall clock with the monotonic clock over some time.
type Drift struct {
	MonotonicNs int64 `json:"monotonicNs"`
	WallNs      int64 `json:"wallNs"`
}

// Sleeps tells how much later than asked time.Sleep came back, with nothing else to do and with every processor busy.
type Sleeps struct {
	AskedNs int64     `json:"askedNs"`
	Idle    Overshoot `json:"idle"`
	Load    Overshoot `json:"load"`
}

// Overshoot is a distribution of delays.
type Overshoot struct {
	Count int   `json:"count"`
	P50Ns int64 `json:"p50Ns"`
	P99Ns int64 `json:"p99Ns"`
	MaxNs int64 `json:"maxNs"`
}

const format = "grpc-doctor clock 1"

func main() {
	pairs := flag.Int("pairs", 200000, "pairs of calls")
	watch := flag.Duration("watch", 2*time.Second, "how long wall clock and monotonic clock are compared")
	sleeps := flag.Int("sleeps", 200, "sleeps, idle and under load")
	flag.Parse()
	report := Report{
		Format:      format,
		Go:          runtime.Version(),
		OS:          runtime.GOOS,
		Arch:        runtime.GOARCH,
		Processors:  runtime.NumCPU(),
		MaxProcs:    runtime.GOMAXPROCS(0),
		ClockSource: clockSource(),
		Steps:       measureSteps(*pairs),
		CallNs:      measureCall(*pairs),
		Drift:       measureDrift(*watch),
		Sleep:       measureSleeps(*sleeps, 5*time.Millisecond),
	}
	encoder := json.NewEncoder(os.Stdout)
	if err := encoder.Encode(report); err != nil {
		os.Exit(1)
	}
}

// clockSource names where the kernel reads the time, where a file says so.
func clockSource() string {
	text, err := os.ReadFile("/sys/devices/system/clocksource/clocksource0/current_clocksource")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

func measureSteps(pairs int) Steps {
	steps := Steps{Pairs: pairs}
	differences := make([]int64, 0, pairs)
	for i := 0; i < pairs; i++ {
		first := time.Now()
		difference := time.Now().Sub(first).Nanoseconds()
		switch {
		case difference == 0:
			steps.Zero++
		case difference < 0:
			steps.Back++
		default:
			differences = append(differences, difference)
		}
	}
	if len(differences) == 0 {
		// The clock stands still for longer than all pairs took: wait for its next step.
		differences = append(differences, nextStep())
	}
	sort.Slice(differences, func(i, j int) bool { return differences[i] < differences[j] })
	steps.SmallestNs = differences[0]
	steps.P50Ns = at(differences, 50)
	steps.P99Ns = at(differences, 99)
	steps.MaxNs = differences[len(differences)-1]
	return steps
}

func nextStep() int64 {
	first := time.Now()
	for {
		if difference := time.Since(first).Nanoseconds(); difference > 0 {
			return difference
		}
	}
}

func measureCall(calls int) int64 {
	start := time.Now()
	var last time.Time
	for i := 0; i < calls; i++ {
		last = time.Now()
	}
	return last.Sub(start).Nanoseconds() / int64(calls)
}

func measureDrift(watch time.Duration) Drift {
	start := time.Now()
	time.Sleep(watch)
	end := time.Now()
	// Round(0) takes the monotonic reading away: what is left is the wall clock.
	return Drift{
		MonotonicNs: end.Sub(start).Nanoseconds(),
		WallNs:      end.Round(0).Sub(start.Round(0)).Nanoseconds(),
	}
}

func measureSleeps(count int, asked time.Duration) Sleeps {
	sleeps := Sleeps{AskedNs: asked.Nanoseconds(), Idle: overshoot(count, asked)}
	stop := make(chan struct{})
	var busy sync.WaitGroup
	for i := 0; i < 2*runtime.GOMAXPROCS(0); i++ {
		busy.Add(1)
		go func() {
			defer busy.Done()
			for {
				select {
				case <-stop:
					return
				default:
				}
			}
		}()
	}
	sleeps.Load = overshoot(count, asked)
	close(stop)
	busy.Wait()
	return sleeps
}

func overshoot(count int, asked time.Duration) Overshoot {
	late := make([]int64, count)
	for i := range late {
		start := time.Now()
		time.Sleep(asked)
		late[i] = (time.Since(start) - asked).Nanoseconds()
	}
	sort.Slice(late, func(i, j int) bool { return late[i] < late[j] })
	return Overshoot{Count: count, P50Ns: at(late, 50), P99Ns: at(late, 99), MaxNs: late[count-1]}
}

// at gives a percentile of sorted values.
func at(sorted []int64, percent int) int64 {
	index := len(sorted) * percent / 100
	if index >= len(sorted) {
		index = len(sorted) - 1
	}
	return sorted[index]
}
