import ConcurrencyKit

/// A legal order made from a number. The same number gives the same order of the same program.
///
/// Three of four give each task a priority and always run the first of the highest; at none to four random moments the one
/// that would run sinks below all others (probabilistic concurrency testing: Burckhardt, Kothari, Musuvathi and
/// Nagarakatte, ASPLOS 2010). That holds a task up for as long as a rare bug needs it. The fourth chooses evenly: among all
/// that is ready, or among what was ready when the iteration began.
final class SeededOrder: OrderSource {
    let reach: OrderReach
    private var random: Shuffler
    private let usesPriorities: Bool
    /// Higher runs first.
    private var priorities: [Int: Int] = [:]
    private var lowest = 0
    /// The moments at which a task sinks, counted in choices, latest first.
    private var changes: [Int] = []
    private var choices = 0
    /// How many times in a row the oldest entry was passed over. A loop is fair: whoever is ready has a turn some day, and
    /// code that asks again and again must see an answer.
    private var passedOver = 0
    private static let patience = 64
    /// Only so many of the oldest are compared: a thousand tasks would cost a thousand times as much in each turn.
    private static let sight = 64
    /// Most bugs need one or two changes at the right moments; more changes are more chances to hit them.
    private static let changeCounts = [3, 1, 2, 4, 3, 0, 2, 4]

    init(seed: UInt64) {
        random = Shuffler(seed: seed)
        usesPriorities = seed % 4 != 1
        reach = seed % 8 == 1 ? .iteration : .everything
        guard usesPriorities else { return }
        // The length of the run is not known, and must not matter to a replay: short runs and long ones each get their share.
        let horizon = 4 << random.next(below: 7)
        changes = (0..<Self.changeCounts[Int(seed / 4 % 8)]).map { _ in random.next(below: horizon) + 1 }.sorted(by: >)
    }

    func next(of entries: ReadyEntries) -> Int {
        guard usesPriorities else { return random.next(below: entries.count) }
        choices += 1
        var chosen = highest(of: entries)
        while let change = changes.last, change <= choices {
            changes.removeLast()
            lowest -= 1
            priorities[entries.task(at: chosen)] = lowest
            chosen = highest(of: entries)
        }
        passedOver = chosen == 0 ? 0 : passedOver + 1
        guard passedOver > Self.patience else { return chosen }
        passedOver = 0
        return 0
    }

    private func highest(of entries: ReadyEntries) -> Int {
        var best = (index: 0, priority: Int.min)
        for index in 0..<min(entries.count, Self.sight) {
            let priority = priority(of: entries.task(at: index))
            if priority > best.priority { best = (index, priority) }
        }
        return best.index
    }

    private func priority(of task: Int) -> Int {
        if let known = priorities[task] { return known }
        let new = random.next(below: 1 << 40)
        priorities[task] = new
        return new
    }
}
