#!/usr/bin/env bash
# The plugin's tests and a small training on QGIS 3.22, 3.40 and 3.44; the table goes to build/matrix.md.
#
# 3.22 is this machine's (Debian 12). 3.40 stands in a Debian 13 in a folder, and 3.44, from the backports of
# Debian 13, in a layer over it. The engine is this machine's; it is mounted there under its own path. All is mounted
# in a namespace of its own, so that nothing stays mounted however this ends. The systems are kept for the next
# time in MATRIX_FOLDER (3 GB; /var/tmp/toppixel-matrix); remove that folder to have newer packages.
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD

if [ "$(id -u)" != 0 ] || [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" != bookworm ]; then
  echo "The version matrix needs Debian 12 and root, for it puts other versions of QGIS into folders." >&2
  exit 2
fi
if [ -z "${MATRIX_NAMESPACE:-}" ]; then
  MATRIX_NAMESPACE=own exec unshare --mount --fork --kill-child bash scripts/qgis_matrix.sh
fi

folder=${MATRIX_FOLDER:-/var/tmp/toppixel-matrix}
debian13=$folder/debian13
backports=$folder/backports
tools=$repository/build/matrix-tools
scratch=$folder/scratch
trap 'rm -rf --one-file-system "$scratch"' EXIT
rm -rf --one-file-system "$scratch"
mkdir -p "$scratch"

packages=(qgis python3-qgis qgis-providers fonts-open-sans)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Component: main' | head -n 1)
engine=${TOPPIXEL_PYTHON:-$(/usr/bin/python3 core engine path)}

# install ROOT ARGUMENTS… : packages into a system
install() {
  local root=$1 log=$scratch/apt.log
  shift
  if ! { chroot "$root" apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
         chroot "$root" apt-get install -y -qq --no-install-recommends "$@"; } > "$log" 2>&1; then
    tail -n 30 "$log" >&2
    return 1
  fi
}

# mount_system ROOT : what the programs of a system need
mount_system() {
  mount -t proc proc "$1/proc"
  mount -t sysfs -o ro sysfs "$1/sys"
  mount --rbind /dev "$1/dev"
  cp /etc/resolv.conf /etc/hosts "$1/etc/"
}

make_debian13() {
  echo "== Debian 13 with its QGIS"
  if [ -e "$debian13/finished" ]; then
    mount_system "$debian13"
    return
  fi
  rm -rf --one-file-system "$debian13" "$backports"
  mkdir -p "$debian13"
  command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -y -qq debootstrap; } >/dev/null
  debootstrap --variant=minbase trixie "$debian13" "$mirror" > "$scratch/debootstrap.log"
  printf 'path-exclude=/usr/share/%s/*\n' doc man locale > "$debian13/etc/dpkg/dpkg.cfg.d/small"
  echo force-unsafe-io > "$debian13/etc/dpkg/dpkg.cfg.d/fast"
  printf '#!/bin/sh\nexit 101\n' > "$debian13/usr/sbin/policy-rc.d"  # no package may start a service
  chmod +x "$debian13/usr/sbin/policy-rc.d"
  mount_system "$debian13"
  install "$debian13" "${packages[@]}"
  touch "$debian13/finished"
}

make_backports() {
  echo "== QGIS of its backports"
  mkdir -p "$backports"/{layer,work,root}
  mount -t overlay overlay -o "lowerdir=$debian13,upperdir=$backports/layer,workdir=$backports/work" \
    "$backports/root"
  mount_system "$backports/root"
  if [ ! -e "$backports/finished" ]; then
    echo "deb $mirror trixie-backports main" > "$backports/root/etc/apt/sources.list.d/backports.list"
    install "$backports/root" -t trixie-backports "${packages[@]}"
    touch "$backports/finished"
  fi
}

# pytest and pytest-qgis are pure Python: one copy serves every QGIS.
make_tools() {
  if ! cmp -s tests/requirements-qgis.txt "$tools/ready"; then
    rm -rf "$tools"
    "$engine" -m venv "$scratch/pip"
    "$scratch/pip/bin/python" -m pip install -q --target "$tools" -r tests/requirements-qgis.txt
    cp tests/requirements-qgis.txt "$tools/ready"
  fi
}

# The engine's Python may be a link to /usr/bin/python3, which is another one in there: one more environment
# with the same packages leads to the program itself.
make_engine() {
  mapfile -t facts < <("$engine" -I -c '
import os, sys
print(sys.prefix, sys.base_prefix, os.path.realpath(sys.executable), "{}.{}".format(*sys.version_info), sep="\n")')
  engine_folder=${facts[0]} program=${facts[2]}
  if [ "${facts[1]}" = /usr ]; then shared=("$program" "/usr/lib/python${facts[3]}"); else shared=("${facts[1]}"); fi
  shared+=("$engine_folder" "$repository")
  mkdir -p "$scratch/engine/bin"
  echo "home = $(dirname "$program")" > "$scratch/engine/pyvenv.cfg"
  ln -s "$engine_folder/lib" "$scratch/engine/lib"
  ln -s "$program" "$scratch/engine/bin/python"
}

# share ROOT : mounts the shared folders under their own paths; only the scratch folder can be written
share() {
  local path
  for path in "${shared[@]}" "$scratch"; do
    if [ -d "$path" ]; then mkdir -p "$1$path"; else touch "$1$path"; fi
    mount --bind "$path" "$1$path"
    [ "$path" = "$scratch" ] || mount -o remount,bind,ro "$1$path"
  done
}

# check ROOT
check() {
  echo "== Tests and training in $1"
  rm -rf "$scratch"/{home,tmp,runtime}
  mkdir -p -m 700 "$scratch"/{home,tmp,runtime}
  chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME="$scratch/home" TMPDIR="$scratch/tmp" \
    XDG_RUNTIME_DIR="$scratch/runtime" QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH="$tools" TOPPIXEL_PYTHON="$scratch/engine/bin/python" \
    /usr/bin/python3 "$repository/scripts/check_qgis.py" "$repository/demo" "$scratch/matrix.md" || status=1
}

status=0
bash scripts/sample.sh demo
make_tools
make_engine
make_debian13
share "$debian13"
make_backports
share "$backports/root"
for root in / "$debian13" "$backports/root"; do
  check "$root"
done
cp "$scratch/matrix.md" build/matrix.md
cat build/matrix.md
exit $status
