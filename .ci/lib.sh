# Shared by the scripts beside it; to be sourced, not run. Everything happens in the checkout, wherever it lies.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
checkout=$PWD

# Settings of the caller's shell that would mix other libraries into QGIS: a second PROJ or GDAL, packages of another Python.
unset PYTHONPATH PYTHONHOME PROJ_LIB PROJ_DATA GDAL_DATA GDAL_DRIVER_PATH
export PYTHONNOUSERSITE=1

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# as_root COMMAND...: with sudo where the person is not root.
as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "this step needs root, and sudo is not installed: run it as root"
  fi
}

# The real qgis_process: on Debian 12 the plain name is a wrapper that passes an option the program does not know.
qgis_process_binary() {
  command -v qgis_process.bin || command -v qgis_process || die "qgis_process is not installed: run make setup"
}

# plugin_link FOLDER: this checkout as a QGIS plugin in FOLDER. The folder's name is the plugin's identity.
plugin_link() {
  mkdir -p "$1"
  ln -sfn "$checkout" "$1/factory_locations"
}

# venv_packages: what QGIS needs as PYTHONPATH, because it embeds the system's Python and knows nothing of .venv.
venv_packages() { .venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }

# profile_with_plugin FOLDER: a QGIS profile in which the plugin is enabled, as the plugin manager writes it; an existing one stays.
profile_with_plugin() {
  local settings=$1/profiles/default/QGIS/QGIS3.ini
  [[ ! -e $settings ]] || return 0
  mkdir -p "$(dirname "$settings")"
  printf '[PythonPlugins]\nfactory_locations=true\n' >"$settings"
}
