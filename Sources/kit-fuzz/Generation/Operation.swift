/// What a node of a random program does. `Program+….swift` says what each means; `Tests/Conformance/fuzz/program.py` does the
/// same on asyncio.
enum Operation {
    case say, turn, nap, napValue, oversleep, holdUp, awaitTask, awaitSelf, cancel, cancelSelf, uncancel
    case query, result, fail, failCancelled, awaitFuture, setFuture, queryFuture, taskCallback
    case futureCallback, removeCallback, callSoon, callLater, callAt, cancelHandle, readVariable
    case setVariable, keepContext, awaitKept, cancelKept, queryKept, resume, reschedule, shieldTask
    case shieldGather, nestGathers, wait, allTasks, whoAmI, eagerFactory, spawn, callInline, shieldCall
    case timeout, waitFor, group, callTask, groupSpawn, withVariable, tryCancelled, tryError, tryFinally
    case gather, asCompleted
}

/// How often an operation is drawn, and how many blocks it has.
struct OperationKind {
    let operation: Operation
    let weight: Int
    /// Drawn if there is a choice.
    let blocks: ClosedRange<Int>

    init(_ operation: Operation, weight: Int, blocks: ClosedRange<Int> = 0...0) {
        self.operation = operation
        self.weight = weight
        self.blocks = blocks
    }

    /// In the order of `OPERATIONS` in `Tests/Conformance/fuzz/tree.py`.
    static let all: [OperationKind] = [
        .init(.say, weight: 2),
        .init(.turn, weight: 12),
        .init(.nap, weight: 14),
        .init(.napValue, weight: 2),
        .init(.oversleep, weight: 1),
        .init(.holdUp, weight: 2),
        .init(.awaitTask, weight: 8),
        .init(.awaitSelf, weight: 1),
        .init(.cancel, weight: 7),
        .init(.cancelSelf, weight: 2),
        .init(.uncancel, weight: 3),
        .init(.query, weight: 4),
        .init(.result, weight: 2),
        .init(.fail, weight: 2),
        .init(.failCancelled, weight: 1),
        .init(.awaitFuture, weight: 4),
        .init(.setFuture, weight: 4),
        .init(.queryFuture, weight: 1),
        .init(.taskCallback, weight: 4),
        .init(.futureCallback, weight: 2),
        .init(.removeCallback, weight: 2),
        .init(.callSoon, weight: 3),
        .init(.callLater, weight: 3),
        .init(.callAt, weight: 2),
        .init(.cancelHandle, weight: 2),
        .init(.readVariable, weight: 2),
        .init(.setVariable, weight: 2),
        .init(.keepContext, weight: 1),
        .init(.awaitKept, weight: 3),
        .init(.cancelKept, weight: 2),
        .init(.queryKept, weight: 1),
        .init(.resume, weight: 3),
        .init(.reschedule, weight: 3),
        .init(.shieldTask, weight: 4),
        .init(.shieldGather, weight: 2),
        .init(.nestGathers, weight: 2),
        .init(.wait, weight: 5),
        .init(.allTasks, weight: 1),
        .init(.whoAmI, weight: 1),
        .init(.eagerFactory, weight: 1),
        .init(.spawn, weight: 14, blocks: 1...1),
        .init(.callInline, weight: 4, blocks: 1...1),
        .init(.shieldCall, weight: 3, blocks: 1...1),
        .init(.timeout, weight: 7, blocks: 1...1),
        .init(.waitFor, weight: 6, blocks: 1...1),
        .init(.group, weight: 7, blocks: 1...3),
        .init(.callTask, weight: 2, blocks: 1...1),
        .init(.groupSpawn, weight: 9, blocks: 1...1),
        .init(.withVariable, weight: 2, blocks: 1...1),
        .init(.tryCancelled, weight: 7, blocks: 1...1),
        .init(.tryError, weight: 4, blocks: 1...1),
        .init(.tryFinally, weight: 5, blocks: 2...2),
        .init(.gather, weight: 8, blocks: 0...3),
        .init(.asCompleted, weight: 5, blocks: 0...3),
    ]

    static let totalWeight = all.reduce(0) { $0 + $1.weight }
}
