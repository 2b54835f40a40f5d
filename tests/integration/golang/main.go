// Reads an exported log with the library that the Go project checks its own logs with
// (golang.org/x/mod/sumdb), computes its root and proofs, and holds the desk's own against them.
// In: one JSON object on standard input. Out: one JSON object.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	First int64    `json:"first"`
	Proof []string `json:"proof"`
}

type question struct {
	Key         string   `json:"key"`
	Notes       []string `json:"notes"`
	Leaves      []string `json:"leaves"`
	Consistency []proof  `json:"consistency"`
}

type answer struct {
	Root        string   `json:"root"`
	Notes       []string `json:"notes"`
	Consistency []bool   `json:"consistency"`
	OwnProofs   int      `json:"own_proofs"`
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		found[place] = m[index]
	}
	return found, nil
}

func hashes(texts []string) []tlog.Hash {
	var found []tlog.Hash
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		must(err)
		found = append(found, hash)
	}
	return found
}

func main() {
	var asked question
	must(json.NewDecoder(os.Stdin).Decode(&asked))
	var stored memory
	var leaves [][]byte
	for index, text := range asked.Leaves {
		leaf, err := base64.StdEncoding.DecodeString(text)
		must(err)
		leaves = append(leaves, leaf)
		more, err := tlog.StoredHashes(int64(index), leaf, stored)
		must(err)
		stored = append(stored, more...)
	}
	size := int64(len(leaves))
	root, err := tlog.TreeHash(size, stored)
	must(err)
	said := answer{Root: root.String()}
	verifier, err := note.NewVerifier(asked.Key)
	must(err)
	for _, text := range asked.Notes {
		said.Notes = append(said.Notes, opened(text, verifier, stored, size))
	}
	for _, given := range asked.Consistency {
		old, err := tlog.TreeHash(given.First, stored)
		must(err)
		err = tlog.CheckTree(hashes(given.Proof), size, root, given.First, old)
		said.Consistency = append(said.Consistency, err == nil)
	}
	for index := int64(0); index < size; index++ {
		own, err := tlog.ProveRecord(size, index, stored)
		must(err)
		must(tlog.CheckRecord(own, size, root, index, tlog.RecordHash(leaves[index])))
		said.OwnProofs++
	}
	must(json.NewEncoder(os.Stdout).Encode(said))
}

// opened says "holds" when the note is signed by the key and its root is that of the tree of its size.
func opened(text string, verifier note.Verifier, stored memory, most int64) string {
	found, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return err.Error()
	}
	lines := strings.Split(found.Text, "\n")
	var size int64
	if _, err := fmt.Sscan(lines[1], &size); err != nil || size > most {
		return "another size"
	}
	root, err := tlog.TreeHash(size, stored)
	must(err)
	if lines[2] != root.String() {
		return "another root"
	}
	return "holds"
}
