/// What a node of a random program does. `Program+…` says what each means; `Tests/Conformance/fuzz/program.py` does the same
/// on asyncio.
enum Operation {
    case say, turn, nap, napValue, holdUp, awaitTask, awaitSelf, cancel, cancelSelf, uncancel, query, result
    case fail, failCancelled, awaitFuture, setFuture, queryFuture, taskCallback, futureCallback
    case removeCallback, callSoon, callLater, callAt, cancelHandle, readVariable, setVariable, keepContext
    case awaitKept, cancelKept, queryKept, reschedule, shieldTask, shieldGather, nestGathers, wait, allTasks
    case whoAmI, eagerFactory, spawn, callInline, shieldCall, timeout, waitFor, group, groupSpawn
    case withVariable, tryCancelled, tryError, tryFinally, gather, asCompleted
}

/// How often an operation is drawn, and how many blocks it has.
struct OperationKind {
    let operation: Operation
    let weight: Int
    /// Nil: 0 to 3 of them, drawn.
    let blocks: Int?

    init(_ operation: Operation, weight: Int, blocks: Int?) {
        self.operation = operation
        self.weight = weight
        self.blocks = blocks
    }

    /// In the order of `OPERATIONS` in `Tests/Conformance/fuzz/tree.py`.
    static let all: [OperationKind] = [
        .init(.say, weight: 2, blocks: 0),
        .init(.turn, weight: 12, blocks: 0),
        .init(.nap, weight: 14, blocks: 0),
        .init(.napValue, weight: 2, blocks: 0),
        .init(.holdUp, weight: 2, blocks: 0),
        .init(.awaitTask, weight: 8, blocks: 0),
        .init(.awaitSelf, weight: 1, blocks: 0),
        .init(.cancel, weight: 7, blocks: 0),
        .init(.cancelSelf, weight: 2, blocks: 0),
        .init(.uncancel, weight: 3, blocks: 0),
        .init(.query, weight: 4, blocks: 0),
        .init(.result, weight: 2, blocks: 0),
        .init(.fail, weight: 2, blocks: 0),
        .init(.failCancelled, weight: 1, blocks: 0),
        .init(.awaitFuture, weight: 4, blocks: 0),
        .init(.setFuture, weight: 4, blocks: 0),
        .init(.queryFuture, weight: 1, blocks: 0),
        .init(.taskCallback, weight: 4, blocks: 0),
        .init(.futureCallback, weight: 2, blocks: 0),
        .init(.removeCallback, weight: 2, blocks: 0),
        .init(.callSoon, weight: 3, blocks: 0),
        .init(.callLater, weight: 3, blocks: 0),
        .init(.callAt, weight: 2, blocks: 0),
        .init(.cancelHandle, weight: 2, blocks: 0),
        .init(.readVariable, weight: 2, blocks: 0),
        .init(.setVariable, weight: 2, blocks: 0),
        .init(.keepContext, weight: 1, blocks: 0),
        .init(.awaitKept, weight: 3, blocks: 0),
        .init(.cancelKept, weight: 2, blocks: 0),
        .init(.queryKept, weight: 1, blocks: 0),
        .init(.reschedule, weight: 3, blocks: 0),
        .init(.shieldTask, weight: 4, blocks: 0),
        .init(.shieldGather, weight: 2, blocks: 0),
        .init(.nestGathers, weight: 2, blocks: 0),
        .init(.wait, weight: 5, blocks: 0),
        .init(.allTasks, weight: 1, blocks: 0),
        .init(.whoAmI, weight: 1, blocks: 0),
        .init(.eagerFactory, weight: 1, blocks: 0),
        .init(.spawn, weight: 14, blocks: 1),
        .init(.callInline, weight: 4, blocks: 1),
        .init(.shieldCall, weight: 3, blocks: 1),
        .init(.timeout, weight: 7, blocks: 1),
        .init(.waitFor, weight: 6, blocks: 1),
        .init(.group, weight: 7, blocks: 1),
        .init(.groupSpawn, weight: 9, blocks: 1),
        .init(.withVariable, weight: 2, blocks: 1),
        .init(.tryCancelled, weight: 7, blocks: 1),
        .init(.tryError, weight: 4, blocks: 1),
        .init(.tryFinally, weight: 5, blocks: 2),
        .init(.gather, weight: 8, blocks: nil),
        .init(.asCompleted, weight: 5, blocks: nil),
    ]

    static let totalWeight = all.reduce(0) { $0 + $1.weight }
}
