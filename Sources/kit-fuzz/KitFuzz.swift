#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// `kit-fuzz FIRST LAST` prints the transcripts of the random programs of the seeds FIRST ..< LAST on the kit, as
/// `Tests/Conformance/fuzz/fuzz.py FIRST LAST` prints them on asyncio; `compare.py` beside that compares the two.
///
/// `kit-fuzz --shuffled K FIRST LAST` runs each program in K random orders and says what was left over or did not end.
@main
struct KitFuzz {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let orders = number(after: "--shuffled", in: &arguments)
        let python = number(after: "--python", in: &arguments) ?? 13
        guard arguments.count == 2, let first = UInt64(arguments[0]), let last = UInt64(arguments[1]), first <= last
        else {
            print("usage: kit-fuzz [--python MINOR] [--shuffled ORDERS] FIRST LAST")
            exit(2)
        }
        if let orders {
            shuffle(first..<last, orders: orders)
        } else {
            transcribe(first..<last, python: python)
        }
    }

    private static func number(after option: String, in arguments: inout [String]) -> Int? {
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(index...index + 1) }
        return Int(arguments[index + 1])
    }

    private static func transcribe(_ seeds: Range<UInt64>, python: Int) {
        var isSound = true
        for seed in seeds {
            let run = Run(Tree(seed: seed, python: python), seed: seed, order: .fifo)
            print(run.text)
            for fault in run.faults {
                print("fault: \(fault)")
                isSound = false
            }
        }
        if !isSound { exit(1) }
    }

    private static func shuffle(_ seeds: Range<UInt64>, orders: Int) {
        var faults = 0
        var transcripts = Set<Int>()
        for seed in seeds {
            let tree = Tree(seed: seed)
            for order in 0..<orders {
                let run = Run(tree, seed: seed, order: .shuffled(seed: UInt64(order)))
                transcripts.insert(run.text.hashValue)
                for fault in run.faults { print("seed \(seed) order \(order): \(fault)") }
                faults += run.faults.count
            }
        }
        print(
            "\(seeds.count) programs, \(orders) orders each, \(transcripts.count) different transcripts, \(faults) faults"
        )
        if faults > 0 { exit(1) }
    }
}
