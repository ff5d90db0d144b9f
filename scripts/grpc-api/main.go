// Command grpc-api prints, as JSON lines, the packages and exported names of module trees: what a refresh of
// src/knowledge/tables/grpc-symbols.json is computed from. Each argument is VERSION=FOLDER.
package main

import (
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Name is one exported name of a package, or the package itself where Name is empty.
type Name struct {
	Version    string `json:"version"`
	Package    string `json:"package"`
	Name       string `json:"name"`
	Deprecated string `json:"deprecated,omitempty"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, argument := range os.Args[1:] {
		version, folder, _ := strings.Cut(argument, "=")
		filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() {
				return err
			}
			relative, _ := filepath.Rel(folder, path)
			if relative != "." && isForeign(relative) {
				return filepath.SkipDir
			}
			for _, name := range names(path) {
				name.Version, name.Package = version, filepath.ToSlash(relative)
				if err := out.Encode(name); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

// isForeign is true for folders that nobody outside imports, and for modules of their own.
func isForeign(relative string) bool {
	switch base := filepath.Base(relative); {
	case base == "internal", base == "testdata", base == "examples", base == "vendor", strings.HasPrefix(base, "."):
		return true
	}
	return false
}

// names lists the exported names of the package in a folder; nothing for commands and empty folders.
func names(folder string) []Name {
	set := token.NewFileSet()
	var files []*ast.File
	matches, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, match := range matches {
		if strings.HasSuffix(match, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, match, nil, parser.ParseComments)
		if err == nil && file.Name.Name != "main" {
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		return nil
	}
	pkg, err := doc.NewFromFiles(set, files, "x", doc.Mode(0))
	if err != nil {
		return nil
	}
	found := []Name{{Deprecated: deprecation(pkg.Doc)}}
	add := func(name, text string) {
		if token.IsExported(name) {
			found = append(found, Name{Name: name, Deprecated: deprecation(text)})
		}
	}
	values := func(list []*doc.Value) {
		for _, value := range list {
			for _, spec := range value.Decl.Specs {
				one := spec.(*ast.ValueSpec)
				for _, name := range one.Names {
					add(name.Name, value.Doc+"\n\n"+one.Doc.Text()+"\n\n"+one.Comment.Text())
				}
			}
		}
	}
	functions := func(list []*doc.Func) {
		for _, function := range list {
			add(function.Name, function.Doc)
		}
	}
	values(pkg.Consts)
	values(pkg.Vars)
	functions(pkg.Funcs)
	for _, named := range pkg.Types {
		add(named.Name, named.Doc)
		values(named.Consts)
		values(named.Vars)
		functions(named.Funcs)
	}
	return found
}

// deprecation is the paragraph that begins with "Deprecated:", in one line.
func deprecation(text string) string {
	for _, paragraph := range strings.Split(text, "\n\n") {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(paragraph), "Deprecated:"); ok {
			return strings.Join(strings.Fields(rest), " ")
		}
	}
	return ""
}
