/// An operation, three numbers from 0 to 63 whose meaning is the operation's, and blocks of further operations.
struct Node {
    let operation: Operation
    let a: Int
    let b: Int
    let c: Int
    let blocks: [[Node]]
}

/// A random program: the blocks of its first three tasks. `Tests/Conformance/fuzz/tree.py` grows the same from the same seed.
struct Tree {
    private static let deepest = 5
    private static let mostNodes = 160

    private(set) var blocks: [[Node]] = []
    private(set) var count = 0
    /// Tells a generator that went astray from a kit that did.
    private(set) var checksum = 0
    private var random: SplitMix64
    private let isOld: Bool

    /// - Parameter python: the minor version of the CPython 3 that the transcript is compared with.
    init(seed: UInt64, python: Int = 13) {
        random = SplitMix64(seed: seed)
        isOld = python < 13
        for _ in 0..<3 { blocks.append(block(at: 0)) }
    }

    private mutating func block(at depth: Int) -> [Node] {
        let count = 1 + random.below(depth == 0 ? 7 : 4)
        return (0..<count).map { _ in node(at: depth) }
    }

    private mutating func node(at depth: Int) -> Node {
        var choice = random.below(OperationKind.totalWeight)
        let (a, c): (Int, Int)
        var b: Int
        (a, b, c) = (random.below(64), random.below(64), random.below(64))
        var index = 0
        while choice >= OperationKind.all[index].weight {
            choice -= OperationKind.all[index].weight
            index += 1
        }
        count += 1
        let range = OperationKind.all[index].blocks
        var blocks = range.count > 1 ? range.lowerBound + random.below(range.count) : range.lowerBound
        let isTooMuch = blocks > 0 && (depth == Self.deepest || count > Self.mostNodes)
        if isTooMuch || isOld && Self.sincePython13.contains(OperationKind.all[index].operation) {
            (index, blocks) = (0, 0)
        }
        if isOld, OperationKind.all[index].operation == .tryCancelled, b % 3 == 1 { b += 1 }
        for number in [index, a, b, c, blocks] { checksum = (checksum * 31 + number) % 1_000_003 }
        let operation = OperationKind.all[index].operation
        return Node(operation: operation, a: a, b: b, c: c, blocks: (0..<blocks).map { _ in block(at: depth + 1) })
    }

    /// What asyncio changed in 3.13, where the kit follows it; `tree.py` says what.
    private static let sincePython13: Set<Operation> = [.group, .groupSpawn, .uncancel, .asCompleted, .resume]
}
