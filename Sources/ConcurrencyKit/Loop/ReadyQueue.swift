/// Something that gets one turn: a pointer with its kind in the three low bits, so that the queue moves single words.
struct ReadyEntry {
    enum Kind: UInt {
        /// A job of the Swift runtime, by the face through which it came.
        case taskJob = 0
        case serialJob = 1
        /// An `UnsafeContinuation<Void, Never>` of a kit suspension point.
        case continuation = 2
        /// A retained `Handle` (`callSoon`, `callLater`).
        case handle = 3
        /// A retained `FutureCore` whose callbacks are due.
        case callbacks = 4
        /// A retained `TaskCore` that has not begun.
        case start = 5
        /// A retained `TaskCore` whose sleep is over; one more turn resumes it, as the future behind asyncio's sleep does.
        case wake = 6
    }

    let word: UInt

    @inline(__always) var kind: Kind { Kind(rawValue: word & 7).unsafelyUnwrapped }
    @inline(__always) var pointer: UInt { word & ~7 }

    @inline(__always) private init(_ pointer: UInt, _ kind: Kind) { word = pointer | kind.rawValue }

    @inline(__always)
    static func job(_ job: UnownedJob, _ kind: Kind) -> ReadyEntry { .init(unsafeBitCast(job, to: UInt.self), kind) }
    @inline(__always)
    static func continuation(_ continuation: UnsafeContinuation<Void, Never>) -> ReadyEntry {
        .init(unsafeBitCast(continuation, to: UInt.self), .continuation)
    }
    @inline(__always)
    static func retaining(_ object: AnyObject, _ kind: Kind) -> ReadyEntry {
        .init(UInt(bitPattern: Unmanaged.passRetained(object).toOpaque()), kind)
    }

    @inline(__always) var job: UnownedJob { unsafeBitCast(pointer, to: UnownedJob.self) }
    @inline(__always) var continuation: UnsafeContinuation<Void, Never> {
        unsafeBitCast(pointer, to: UnsafeContinuation<Void, Never>.self)
    }
    /// Balances ``retaining(_:_:)``: take it once.
    @inline(__always)
    func take<Object: AnyObject>(as _: Object.Type) -> Object {
        Unmanaged<Object>.fromOpaque(UnsafeRawPointer(bitPattern: pointer).unsafelyUnwrapped).takeRetainedValue()
    }
    /// Releases what the entry retains, without running it.
    func discard() {
        switch kind {
        case .taskJob, .serialJob, .continuation: break
        case .handle, .start, .wake: _ = take(as: AnyObject.self)
        case .callbacks: take(as: FutureCore.self).dropCallbacks()
        }
    }
}

/// First in, first out. A ring of words whose size is a power of two.
struct ReadyQueue {
    private var words: UnsafeMutablePointer<ReadyEntry>
    private var mask: Int
    private var head = 0
    private var tail = 0

    init() {
        mask = 255
        words = .allocate(capacity: mask + 1)
    }

    @inline(__always) var count: Int { tail &- head }
    @inline(__always) var isEmpty: Bool { tail == head }
    /// The entry that ``pop()`` would return. The queue must not be empty.
    @inline(__always) var first: ReadyEntry { words[head & mask] }

    @inline(__always)
    mutating func push(_ entry: ReadyEntry) {
        words[tail & mask] = entry
        tail &+= 1
        if tail &- head > mask { grow() }
    }

    @inline(__always)
    mutating func pop() -> ReadyEntry {
        let entry = words[head & mask]
        head &+= 1
        return entry
    }

    /// Swaps the first entry with the one `distance` behind it, which must exist.
    mutating func bringForward(_ distance: Int) {
        let (first, other) = (head & mask, (head &+ distance) & mask)
        (words[first], words[other]) = (words[other], words[first])
    }

    /// The entry `distance` behind the first, which must exist.
    func entry(at distance: Int) -> ReadyEntry { words[(head &+ distance) & mask] }

    /// Puts the entry `distance` behind the first, which must exist, before all others, which stay in order.
    mutating func moveToFront(_ distance: Int) {
        let chosen = entry(at: distance)
        for place in stride(from: distance, to: 0, by: -1) {
            words[(head &+ place) & mask] = words[(head &+ place &- 1) & mask]
        }
        words[head & mask] = chosen
    }

    @inline(never)
    private mutating func grow() {
        let capacity = (mask + 1) * 2
        let larger = UnsafeMutablePointer<ReadyEntry>.allocate(capacity: capacity)
        for index in head..<tail { larger[index & (capacity - 1)] = words[index & mask] }
        words.deallocate()
        words = larger
        mask = capacity - 1
    }

    mutating func destroy() {
        while !isEmpty { pop().discard() }
        words.deallocate()
    }
}

extension ReadyEntry {
    /// The object of the entry, which stays the entry's.
    @inline(__always)
    func peek<Object: AnyObject>(as _: Object.Type) -> Object {
        Unmanaged<Object>.fromOpaque(UnsafeRawPointer(bitPattern: pointer).unsafelyUnwrapped).takeUnretainedValue()
    }
}
