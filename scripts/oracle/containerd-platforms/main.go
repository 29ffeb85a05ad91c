// Reads one index a line, {"host": platform, "manifests": [platform or null, ...]}, and prints the position of the
// manifest that a node of this platform takes, or -1, as core/images/image.go of containerd does.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"

	"github.com/containerd/platforms"
	specs "github.com/opencontainers/image-spec/specs-go/v1"
)

type index struct {
	Host      specs.Platform    `json:"host"`
	Manifests []*specs.Platform `json:"manifests"`
}

// defaultOf is platforms.Default() on a node of this platform: defaults_unix.go and defaults_windows.go.
func defaultOf(host specs.Platform) platforms.MatchComparer {
	if host.OS == "windows" {
		return platforms.WindowsDefault(host)
	}
	return platforms.Only(host)
}

func chosen(q index) int {
	matcher := defaultOf(q.Host)
	var taken []int
	for i, p := range q.Manifests {
		if p == nil || matcher.Match(*p) {
			taken = append(taken, i)
		}
	}
	sort.SliceStable(taken, func(a, b int) bool {
		one, other := q.Manifests[taken[a]], q.Manifests[taken[b]]
		if one == nil {
			return false
		}
		if other == nil {
			return true
		}
		return matcher.Less(*one, *other)
	})
	if len(taken) == 0 {
		return -1
	}
	return taken[0]
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	for lines.Scan() {
		var q index
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			panic(err)
		}
		fmt.Println(chosen(q))
	}
}
