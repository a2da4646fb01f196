#!/usr/bin/env bash
# The front door: prepares the machine, builds, and runs every test, the features, the measurements, or a command of the harness.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 SPECFLOW_TELEMETRY_ENABLED=0
# Build servers that outlive this script would be processes that nobody stops.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
readonly configuration=Release results=artifacts/results

usage() {
    cat <<'TEXT'
Usage: ./run-tests.sh [command]

  (no command)            installs what is missing, builds, runs every test, and measures in short rounds
  features [options]      plays the scenarios against the built-in reference, and writes verdict and report; for example
                            ./run-tests.sh features --tags "A_05 or B_*" --workers 4 --shuffle
  conformance [options]   the same, and packs the run with a signed attestation, which it verifies; it signs with
                          --key FILE or CARDCONFORMANCE_SIGNING_KEY, else with a throw-away key for a self-test
  setup                   installs what is missing and builds; runs nothing
  --help                  this text

Your product, and its nights:
  doctor                  looks at this workstation: reader, card, middleware, certificates, clock, TLS
  init [FILE]             writes a file that describes your product, explained
  run --target FILE       plays the scenarios against your product; --certify socle for a run to show to others
  service FILE            keeps the example service running, as a vendor would run theirs; then: run --service FILE
  report RUN              makes a run's report again
  package, verify, keygen make a package of a run, verify one, make a key to sign with
  compare RUN RUN         says what changed between two runs; "compare last" takes the two newest
  merge RUN...            joins the parts of a run that was played with --shard
  ci-template NAME        prints a nightly run for gitlab, github or kubernetes

To look closer:
  card list, card insert  virtual cards for your own software
  screens                 makes the atlas of screens of the newest whole run
  steps [--markdown]      lists the phrases that features can use
  portal                  keeps the built-in portal running until Ctrl-C, to explore it by hand
  perf [options]          measures card and reader, beside the machine's limits and the peers; --full takes its time and
                          writes perf/RESULTS.md; perf list says what is measured, and what brings the peers
  bite                    starts the reference and the example service with each of their seeded defects, and shows which
                          scenarios find it
  plans                   the plans, and the frozen revision that they certify with

All options of a command: ./run-tests.sh COMMAND --help

Needs Debian 12 and the .NET 10 SDK. Everything else is installed: Debian packages with apt
(as root, or with sudo), NuGet packages, npm packages below harness/node_modules.

The last line of a test run is "N passed, N failed, N skipped". Exit code: 0 when something ran and
nothing failed, 1 when a test or the product under test failed, a package was refused or a run is worse than another,
2 when the machine, or a description of yours, is not as it has to be, 3 when CardConformance itself failed, 4 when a
run differs from another and is not worse. Times never decide it: perf ends with 1 for a wrong answer only.
TEXT
}

stop() {
    printf '%s\n' "$@" >&2
    exit 2
}

# Runs a command and shows what it said only if it fails, which ends everything.
quietly() {
    local failure=$1 log
    shift
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        rm -f "$log"
        stop "$failure; its last lines stand above."
    fi
    rm -f "$log"
}

# One line each: what must be there (a program, or a file when it begins with /), and the Debian package that brings it.
needs() {
    cat <<'LIST'
/usr/sbin/pcscd                         pcscd
/usr/include/PCSC/ifdhandler.h          libpcsclite-dev
gcc                                     gcc
/usr/include/stdio.h                    libc6-dev
opensc-tool                             opensc
/usr/lib/*/opensc-pkcs11.so             opensc-pkcs11
/usr/lib/*/engines-3/pkcs11.so          libengine-pkcs11-openssl
certutil                                libnss3-tools
chromium                                chromium
chromium-headless-shell                 chromium-headless-shell
Xvfb                                    xvfb
xdotool                                 xdotool
/usr/share/fonts/truetype/dejavu/*.ttf  fonts-dejavu-core
curl                                    curl
openssl                                 openssl
java                                    default-jre-headless
npm                                     npm
prlimit                                 util-linux
LIST
}

is_there() {
    case $1 in
        /*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] ;;
    esac
}

install_packages() {
    local missing=() probe package
    while read -r probe package; do
        is_there "$probe" || missing+=("$package")
    done < <(needs)
    [ ${#missing[@]} -eq 0 ] && return

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
        if ! { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }; then
            stop "These Debian packages are missing: ${missing[*]}" \
                "Run as root, then start again:" \
                "  apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
        fi
    fi

    echo "Installing Debian packages: ${missing[*]}" >&2
    quietly "apt could not install them" "${as_root[@]}" apt-get update
    quietly "apt could not install them" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}"
}

install_node_packages() {
    local installed=harness/node_modules/.package-lock.json
    [ "$installed" -nt harness/package-lock.json ] && return
    echo "Installing npm packages" >&2
    quietly "npm could not install what harness/package-lock.json lists" npm ci --prefix harness --no-audit --no-fund
    touch "$installed"
}

build() {
    # Not to the standard output: what a command prints may go into a file.
    echo "Building" >&2
    quietly "The build failed" dotnet build CardConformance.sln --configuration $configuration -nodeReuse:false --verbosity quiet -consoleLoggerParameters:NoSummary
}

setup() {
    command -v dotnet >/dev/null || stop "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
    install_packages
    install_node_packages
    build
}

program() {
    dotnet run --no-build --configuration $configuration --project harness/src -- "$@"
}

measure() {
    dotnet run --no-build --configuration $configuration --project perf -- "$@"
}

# One part's tests. What the runner counted is read from its own file; a part without one has not run.
run_part() {
    local project=$1
    echo
    echo "── $project"
    dotnet test "$project" --no-build --configuration $configuration --results-directory "$results" \
        --logger "trx;LogFileName=${project//\//-}.trx" --logger "console;verbosity=minimal" \
        -- RunConfiguration.TreatNoTestsAsError=true
}

all_tests() {
    rm -rf "$results"
    mkdir -p "$results"
    run_part simulator/tests
    run_part harness/tests
    run_part perf/tests
    echo
    echo "── features"
    program run --trx "$results"
    echo
    echo "── perf"
    local measured=0
    measure || measured=$?
    # Counted nowhere: it is no test. But what answers wrongly must not pass.
    [ "$measured" -eq 0 ] || echo "perf did not end well: something was answered wrongly, or a measurement crashed. It says what above." >&2
    count && [ "$measured" -eq 0 ]
}

count() {
    local passed=0 failed=0 skipped=0 part file total ok bad
    for part in simulator-tests harness-tests perf-tests features; do
        file=$results/$part.trx
        if [ ! -s "$file" ]; then
            echo "$part did not run: it left no results." >&2
            failed=$((failed + 1))
            continue
        fi
        read -r total ok bad < <(sed -nE 's/.*<Counters total="([0-9]+)" executed="[0-9]+" passed="([0-9]+)" failed="([0-9]+)".*/\1 \2 \3/p' "$file")
        # The runner broke off: what it had not begun is in no count.
        if ! grep -q '<ResultSummary outcome="\(Completed\|Failed\)"' "$file" || [ "${total:-0}" -eq 0 ]; then
            echo "$part broke off; see $file." >&2
            failed=$((failed + 1))
        fi
        passed=$((passed + ${ok:-0}))
        failed=$((failed + ${bad:-0}))
        skipped=$((skipped + ${total:-0} - ${ok:-0} - ${bad:-0}))
    done
    echo
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

case ${1-} in
    "")
        setup
        all_tests
        ;;
    features)
        shift
        setup
        program run "$@"
        ;;
    conformance)
        shift
        setup
        program run --attest "$@"
        ;;
    perf)
        shift
        setup
        measure "$@"
        ;;
    setup)
        setup
        echo "Ready. Next: ./run-tests.sh, or ./run-tests.sh conformance"
        ;;
    -h | --help | help)
        usage
        ;;
    bite | card | ci-template | compare | doctor | init | keygen | merge | package | plans | portal | report | run | screens | service | steps | verify)
        setup
        program "$@"
        ;;
    *)
        usage >&2
        stop "" "There is no command \"$1\"."
        ;;
esac
