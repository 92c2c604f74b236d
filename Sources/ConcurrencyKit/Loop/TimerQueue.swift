/// Timers by deadline; equal deadlines fire in the order in which they were set (promise 24).
///
/// A cancelled timer stays in the heap until its time comes or until the dead outnumber the living, as in asyncio;
/// the clock never jumps to it.
struct TimerQueue {
    struct Timer {
        /// Nanoseconds of loop time.
        let deadline: Int64
        /// The number of the timer, from 1: breaks ties, and tells a sleeper's present timer from an old one.
        let number: UInt64
        /// What fires: a retained `Handle` or `TaskCore`.
        let entry: ReadyEntry

        @inline(__always)
        static func < (left: Timer, right: Timer) -> Bool {
            left.deadline != right.deadline ? left.deadline < right.deadline : left.number < right.number
        }
    }

    private var heap: [Timer] = []
    private var lastNumber: UInt64 = 0
    private var cancelled = 0

    /// Timers that will fire.
    var liveCount: Int { heap.count - cancelled }
    @inline(__always) var isEmpty: Bool { heap.isEmpty }
    @inline(__always) var first: Timer? { heap.first }

    mutating func add(deadline: Int64, _ entry: ReadyEntry) -> UInt64 {
        lastNumber &+= 1
        let timer = Timer(deadline: deadline, number: lastNumber, entry: entry)
        heap.append(timer)
        heap.withUnsafeMutableBufferPointer { heap in
            var index = heap.count - 1
            while index > 0 {
                let parent = (index - 1) >> 2
                guard timer < heap[parent] else { break }
                heap[index] = heap[parent]
                index = parent
            }
            heap[index] = timer
        }
        return lastNumber
    }

    /// The deadlines of the timers that have not fired, by number: for pictures.
    var deadlines: [UInt64: Int64] { Dictionary(uniqueKeysWithValues: heap.map { ($0.number, $0.deadline) }) }

    /// How many of those in the heap, dead ones included, are such.
    func count(where isSuch: (Timer) -> Bool) -> Int { heap.count(where: isSuch) }

    /// Removes the earliest timer. The queue must not be empty.
    mutating func popFirst() -> Timer {
        let first = heap[0]
        let last = heap.removeLast()
        if !heap.isEmpty { sink(last, from: 0) }
        return first
    }

    /// Notes that one timer in the heap has been cancelled, and sweeps when most have been. `isDead` tells which.
    mutating func noteCancellation(isDead: (Timer) -> Bool) {
        cancelled += 1
        guard cancelled > 100, cancelled * 2 > heap.count else { return }
        var alive: [Timer] = []
        for timer in heap {
            if isDead(timer) { timer.entry.discard() } else { alive.append(timer) }
        }
        // A sorted array is a heap.
        heap = alive.sorted(by: <)
        cancelled = 0
    }

    /// A cancelled timer left the heap.
    mutating func buriedOne() { cancelled -= 1 }

    private mutating func sink(_ timer: Timer, from start: Int) {
        heap.withUnsafeMutableBufferPointer { heap in
            var index = start
            while true {
                let firstChild = index * 4 + 1
                guard firstChild < heap.count else { break }
                var least = firstChild
                var child = firstChild + 1
                while child < min(firstChild + 4, heap.count) {
                    if heap[child] < heap[least] { least = child }
                    child += 1
                }
                guard heap[least] < timer else { break }
                heap[index] = heap[least]
                index = least
            }
            heap[index] = timer
        }
    }

    mutating func removeAll() {
        let all = heap
        heap = []
        cancelled = 0
        for timer in all { timer.entry.discard() }
    }
}
