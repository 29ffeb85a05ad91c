#!/bin/sh
# Installs helm and kustomize into .tools/, for the tests that render with the real binaries, and actionlint for the workflows.
# The versions are those of GitHub's ubuntu-24.04 runner image.
set -eu

helm=helm.sh/helm/v3/cmd/helm@v3.21.4
kustomize=sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
actionlint=github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

cd "$(dirname "$0")/.."
tools="$PWD/.tools"

install_tool() {
  name=$1 module=$2
  if [ -x "$tools/$name" ]; then
    echo "$name is already in .tools"
  elif command -v go >/dev/null 2>&1; then
    echo "Installing $module into .tools"
    GOBIN="$tools" go install "$module"
  else
    echo "$name is not in .tools and Go is missing: install Go (https://go.dev/dl/), or $name itself on PATH." >&2
    missing=1
  fi
}

missing=0
install_tool helm "$helm"
install_tool kustomize "$kustomize"
install_tool actionlint "$actionlint"
exit "$missing"
