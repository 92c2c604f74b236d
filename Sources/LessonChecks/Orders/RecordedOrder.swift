import ConcurrencyKit

/// Takes the choices that it is given, then goes first in, first out; and notes what there was to choose from.
final class RecordedOrder: OrderSource {
    let reach = OrderReach.everything
    private let given: [Int]
    /// What was chosen, each time when there was a choice, and among how many.
    private(set) var choices: [Int] = []
    private(set) var widths: [Int] = []
    /// More is not noted: a run that goes on for ever would fill the memory.
    private static let most = 10_000

    init(_ given: [Int] = []) { self.given = given }

    func next(of entries: ReadyEntries) -> Int {
        guard choices.count < Self.most else { return 0 }
        let wanted = choices.count < given.count ? given[choices.count] : 0
        let choice = min(wanted, entries.count - 1)
        choices.append(choice)
        widths.append(entries.count)
        return choice
    }
}
