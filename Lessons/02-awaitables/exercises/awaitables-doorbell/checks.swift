import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("all", "One ring wakes all that wait.", misconceptions: [.endless: "sleep-long-enough"]) { check in
            let house = House()
            for (name, seconds) in [("Ada", 0), ("Ben", 1), ("Cleo", 2)] { house.visit(name, at: .seconds(seconds)) }
            // At no round time, so that nobody finds it out by looking now and then.
            try await sleep(for: ringing)
            check.expect(house.woken.entries.isEmpty, "The bell has not been rung yet, and somebody has woken.")
            try house.bell.ring()
            try await sleep(for: .seconds(1))
            let woken = house.woken.texts.sorted()
            let isTold = check.expect(
                woken,
                equals: ["Ada", "Ben", "Cleo"],
                "Ada, Ben and Cleo wait. The bell rings once.",
                misconception: woken.count == 1 ? "future-serves-one" : nil
            )
            if isTold {
                check.expect(
                    house.woken.entries.map(\.time),
                    equals: [ringing, ringing, ringing],
                    "All three wake in the moment of the ring.",
                    misconception: house.woken.entries.allSatisfy { $0.time > ringing } ? "sleep-long-enough" : nil
                )
            }
            await house.sendAllHome()
        },
        // A matter of asyncio's own order.
        Check("in-order", "They wake in the order in which they came.", after: ["all"], orders: .fifo) { check in
            let house = House()
            // So many that no order without a plan is the right one by luck.
            let seconds = ["Ada": 5, "Ben": 2, "Cleo": 7, "Dora": 1, "Emil": 8, "Finn": 3, "Gus": 6, "Hana": 4]
            for (name, seconds) in seconds.sorted(by: { $0.key < $1.key }) { house.visit(name, at: .seconds(seconds)) }
            let order = seconds.sorted { $0.value < $1.value }.map(\.key)
            try await sleep(for: .seconds(9))
            try house.bell.ring()
            try await sleep(for: .seconds(1))
            check.expect(
                house.woken.texts,
                equals: order,
                "Dora comes at 1 s, Ben at 2 s, then one more in each second. The bell rings at 9 s.",
                misconception: house.woken.texts == order.reversed() ? "last-waiter-wakes-first" : nil
            )
        },
        Check("next", "Whoever comes after a ring waits for the next one.", after: ["all"]) { check in
            let house = House()
            house.visit("Ada", at: .zero)
            house.visit("Ben", at: .seconds(2))
            try await sleep(for: .seconds(1))
            try house.bell.ring()
            try await sleep(for: .seconds(2))
            let isRight = check.expect(
                house.woken.texts,
                equals: ["Ada"],
                "Ada waits from 0 s, and the bell rings at 1 s. Ben comes at 2 s, and nobody has rung since.",
                misconception: house.woken.texts == ["Ada", "Ben"] ? "future-can-be-set-again" : nil
            )
            guard isRight else { return await house.sendAllHome() }
            // The second of the two finds nobody.
            try house.bell.ring()
            try house.bell.ring()
            house.visit("Cleo", at: .seconds(1))
            try await sleep(for: .seconds(2))
            check.expect(
                house.woken.texts,
                equals: ["Ada", "Ben"],
                "The bell rings twice at 3 s, while Ben waits alone. Cleo comes at 4 s, and nobody has rung since."
            )
            try house.bell.ring()
            try await sleep(for: .seconds(1))
            check.expect(house.woken.texts, equals: ["Ada", "Ben", "Cleo"], "The bell rings at 5 s, while Cleo waits.")
            await house.sendAllHome()
        },
        Check("again", "Whoever has woken may wait again at once.", after: ["next"]) { check in
            let bell = Doorbell()
            let heard = CallLog()
            let guards = ["Ada", "Ben"].map { name in
                createTask(name: name) {
                    for _ in 1...3 {
                        try await bell.wait()
                        heard(name)
                    }
                }
            }
            for _ in 1...3 {
                try await sleep(for: .seconds(1))
                try bell.ring()
            }
            for task in guards { try await task.value }
            check.expect(
                heard.entries.map(\.time),
                equals: [1, 1, 2, 2, 3, 3].map { .seconds($0) },
                "Ada and Ben wait three times each, and the bell rings at 1, 2 and 3 s. Each ring wakes each of them once."
            )
            let kept = Mirror(reflecting: bell).children.first { Self.count($0.value) >= 6 }
            check.expect(
                kept == nil,
                "All six visits are over, and `\(kept?.label ?? "")` still holds six or more values. It would grow for ever."
            )
        },
        Check(
            "cancelled",
            "A visitor who is cancelled ends cancelled, and takes nothing from the others.",
            after: ["again"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let house = House()
            house.visit("Ada", at: .zero)
            house.visit("Cleo", at: .seconds(2))
            var hasRung = false
            let ringer = createTask(name: "ringer") {
                try await sleep(for: .seconds(3))
                do {
                    try house.bell.ring()
                    hasRung = true
                } catch {
                    check.fail(
                        "Ben was cancelled before the ring, and now `ring` throws: \(error)",
                        misconception: error is InvalidStateError ? "set-again-is-ignored" : nil
                    )
                }
            }
            let ben = await check.attempt {
                try await sleep(for: .milliseconds(1_250))
                try await house.bell.wait()
            }
            if check.isCancelling, case .failure = ben {
                check.expect(
                    check.elapsed,
                    isOneOf: [.zero, .milliseconds(1_250), .seconds(2), .seconds(3)],
                    "Ben was cancelled in a moment in which something happened. He should leave in the same moment."
                )
            }
            try await ringer.value
            try await sleep(for: .seconds(1))
            let (woken, cancelled) = (house.woken.texts.sorted(), house.cancelled.texts.sorted())
            check.expect(
                cancelled,
                equals: [],
                "Ben was cancelled, and nobody else. These got a CancelledError, too.",
                misconception: "cancel-is-private"
            )
            if cancelled.isEmpty, hasRung {
                check.expect(woken, equals: ["Ada", "Cleo"], "Ada and Cleo waited when the bell rang.")
            }
            await house.sendAllHome()
        },
    ]

    /// When the bell rings in the first check.
    private static let ringing = Duration.nanoseconds(3_141_592_653)

    /// How many elements there are in a collection of whatever kind.
    private static func count(_ value: Any) -> Int { (value as? any Collection)?.count ?? 0 }
}

extension Checks {
    /// A bell, and those who wait at it.
    final class House {
        let bell = Doorbell()
        let woken = CallLog()
        let cancelled = CallLog()
        private var visitors: [LoopTask<Void>] = []
        private var isOver = false

        func visit(_ name: String, at time: Duration) {
            let visitor = createTask(name: name) { [self] in
                try await sleep(for: time)
                do {
                    try await bell.wait()
                    woken(name)
                } catch let request as CancelledError {
                    if !isOver { cancelled(name) }
                    throw request
                }
            }
            visitors.append(visitor)
        }

        /// Whoever still waits has been told of by then.
        func sendAllHome() async {
            isOver = true
            for visitor in visitors { visitor.cancel() }
            for visitor in visitors { _ = try? await visitor.value }
        }
    }
}
