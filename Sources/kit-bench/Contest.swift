/// The same work, done by several contenders. The first is the one that the others are compared with.
struct Contest {
    let title: String
    /// How many operations a run does.
    let count: Int
    let contenders: [Contender]

    struct Contender {
        let name: String
        /// Does `count` operations; how many nanoseconds they took. Nil if it could not.
        let run: (_ count: Int) -> Double?
    }

    struct Results {
        let title: String
        let count: Int
        /// Nanoseconds of one operation, for each contender and repeat.
        let times: [(name: String, nanoseconds: [Double])]
    }

    /// Every contender once to warm up, then all of them in turn, `repeats` times.
    func run(repeats: Int) -> Results {
        var times = contenders.map { (name: $0.name, nanoseconds: [Double]()) }
        for round in 0...repeats {
            for (index, contender) in contenders.enumerated() {
                guard let time = contender.run(count), round > 0 else { continue }
                times[index].nanoseconds.append(time / Double(count))
            }
        }
        return Results(title: title, count: count, times: times.filter { $0.nanoseconds.count == repeats })
    }

    static func all(dividedBy divisor: Int, python: CPython?) -> [Contest] {
        func asyncio(_ what: String) -> [Contender] {
            guard let python else { return [] }
            return [Contender(name: "asyncio", run: { python.nanoseconds(for: what, count: $0) })]
        }
        return [
            Contest(
                title: "tasks that do nothing, made and joined",
                count: 100_000 / divisor,
                contenders: [
                    Contender(name: "ConcurrencyKit, `gather`", run: KitWork.tasks),
                    Contender(name: "Swift, `withTaskGroup`", run: NativeWork.tasks),
                ] + asyncio("tasks")
            ),
            Contest(
                title: "tasks that sleep for 10 ms",
                count: 100_000 / divisor,
                contenders: [
                    Contender(name: "ConcurrencyKit, real time", run: { KitWork.sleeps($0, clock: .continuous) }),
                    Contender(name: "ConcurrencyKit, virtual time", run: { KitWork.sleeps($0, clock: .virtual) }),
                    Contender(name: "Swift, `Task.sleep`", run: NativeWork.sleeps),
                ] + asyncio("sleeps")
            ),
            Contest(
                title: "turns, taken by two tasks",
                count: 1_000_000 / divisor,
                contenders: [
                    Contender(name: "ConcurrencyKit, `sleep(for: .zero)`", run: KitWork.turns),
                    Contender(name: "Swift, `Task.yield`", run: NativeWork.turns),
                ] + asyncio("turns")
            ),
        ]
    }
}
