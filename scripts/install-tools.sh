#!/bin/sh
# Installs helm and kustomize into .tools/, for the tests that render with the real binaries, crane and docker-registry for the
# tests that look images up, actionlint and zizmor for the workflows, pre-commit for its hooks, Microsoft's SARIF multitool and
# shellcheck for the tests of reports. The versions of helm and kustomize are those of GitHub's ubuntu-24.04 runner image.
set -eu

helm=helm.sh/helm/v3/cmd/helm@v3.21.4
kustomize=sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
crane=github.com/google/go-containerregistry/cmd/crane@v0.20.6
multitool=@microsoft/sarif-multitool@5.7.0
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

# The binary alone, out of Debian's or Ubuntu's package: nothing is installed, and no service is started.
install_docker_registry() {
  if [ -x "$tools/docker-registry" ]; then
    echo "docker-registry is already in .tools"
  elif command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1; then
    echo "Taking docker-registry out of its package into .tools"
    unpacked=$(mktemp -d)
    (cd "$unpacked" && download_docker_registry && dpkg -x docker-registry_*.deb .) &&
      mkdir -p "$tools" && cp "$unpacked/usr/bin/docker-registry" "$tools/" ||
      { echo "docker-registry could not be downloaded by apt-get." >&2; missing=1; }
    rm -rf "$unpacked"
  else
    echo "docker-registry is not in .tools, and there is no apt-get: the tests that look images up are skipped."
  fi
}

# The lists of packages may be old or missing, and only root may renew them.
download_docker_registry() {
  apt-get download docker-registry >/dev/null 2>&1 && return 0
  [ "$(id -u)" -ne 0 ] || apt-get update >/dev/null 2>&1
  apt-get download docker-registry
}

# A folder of its own, not the machine's Python, and no virtual environment, whose module Debian packs apart.
install_python_package() {
  name=$1 requirements=$2 folder=$3 without=$4
  if [ -d "$tools/$folder/bin" ]; then
    echo "$name is already in .tools"
  elif python3 -m pip --version >/dev/null 2>&1; then
    echo "Installing $name into .tools"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps \
      --require-hashes --only-binary :all: --target "$tools/$folder" --requirement "$PWD/.github/$requirements" ||
      echo "$name could not be installed: $without."
  else
    echo "$name is not in .tools and Python's pip is missing: $without."
  fi
}

install_zizmor() {
  install_python_package zizmor zizmor/requirements.txt python 'the workflows are not audited'
  [ ! -x "$tools/python/bin/zizmor" ] || ln -sf python/bin/zizmor "$tools/zizmor"
}

# A package of 100 MB, so it is no dependency of the project.
install_multitool() {
  if [ -x "$tools/sarif-multitool" ]; then
    echo "sarif-multitool is already in .tools"
  elif npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools/multitool" "$multitool"; then
    echo "Installed $multitool into .tools"
    chmod u+x "$tools"/multitool/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool
    ln -sf multitool/node_modules/.bin/sarif-multitool "$tools/sarif-multitool"
  else
    echo "sarif-multitool could not be installed: the tests that ask it are skipped."
  fi
}

# Debian's package, unpacked and not installed; the version is that of the machine's release.
install_shellcheck() {
  if [ -x "$tools/shellcheck" ] || command -v shellcheck >/dev/null 2>&1; then
    echo "shellcheck is already there"
  elif command -v apt-get >/dev/null 2>&1 && mkdir -p "$tools/debian" &&
    (cd "$tools/debian" && apt-get download --quiet shellcheck >/dev/null 2>&1 && dpkg -x shellcheck_*.deb .); then
    echo "Unpacked Debian's shellcheck into .tools"
    ln -sf debian/usr/bin/shellcheck "$tools/shellcheck"
  else
    echo "shellcheck could not be installed: the tests that ask it are skipped."
  fi
}

# What the real terraform reads our texts with: no provider of HashiCorp, and no network.
install_terraform_provider() {
  folder="$tools/terraform-provider"
  if [ -x "$folder/terraform-provider-azurerm" ]; then
    echo "terraform-provider-azurerm is already in .tools"
  elif command -v go >/dev/null 2>&1 && command -v terraform >/dev/null 2>&1 && mkdir -p "$folder" &&
    (cd __tests__/fixes/terraform-provider && go build -o "$folder/terraform-provider-azurerm" .); then
    echo "Built the stand-in provider of Terraform into .tools"
  else
    echo "terraform or Go is missing: Terraform texts are not validated."
  fi
}

missing=0
install_tool helm "$helm"
install_tool kustomize "$kustomize"
install_tool crane "$crane"
install_docker_registry
install_tool actionlint "$actionlint"
install_zizmor
install_python_package pre-commit pre-commit/requirements.txt pre-commit 'its hooks are not tried'
install_multitool
install_shellcheck
install_terraform_provider
exit "$missing"
