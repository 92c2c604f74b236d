#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// `kit-bench [--repeats N] [--divide N]` measures the kit, Swift's own tasks and asyncio side by side, and prints Markdown tables.
///
/// The contenders take turns, so that a machine that slows down slows down all of them. `--divide` makes the work smaller, to try
/// the program out.
@main
struct KitBench {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let repeats = number(after: "--repeats", in: &arguments) ?? 7
        let divisor = number(after: "--divide", in: &arguments) ?? 1
        guard arguments.isEmpty, repeats > 0, divisor > 0 else {
            print("usage: kit-bench [--repeats N] [--divide N]")
            exit(2)
        }
        let python = CPython.find()
        if python == nil { print("No CPython 3.12 or newer on this machine: asyncio is left out.\n") }
        for contest in Contest.all(dividedBy: divisor, python: python) {
            print(Report(contest.run(repeats: repeats)).markdown)
        }
        print(Machine.description(python: python, repeats: repeats))
    }

    private static func number(after option: String, in arguments: inout [String]) -> Int? {
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(index...index + 1) }
        return Int(arguments[index + 1])
    }
}
