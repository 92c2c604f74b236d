/// A queue that a task can wait at: what `asCompleted` needs of `asyncio.Queue`, turn for turn.
final class Mailbox<Element> {
    private let loop: EventLoop
    private var elements: [Element] = []
    private var head = 0
    private var getters: [FutureCore] = []

    init(loop: EventLoop) { self.loop = loop }

    private var isEmpty: Bool { head == elements.count }

    func put(_ element: Element) {
        elements.append(element)
        wakeNext()
    }

    func take(at site: SourceLocation?) async throws -> Element {
        while isEmpty {
            let getter = PlainFutureCore(loop: loop)
            getters.append(getter)
            do {
                try await getter.wait(at: site)
                try getter.get(Void.self)
            } catch {
                getter.cancel(message: nil)
                getters.removeAll { $0 === getter }
                // It was woken for an element that it does not take: the next shall have it.
                if !isEmpty, getter.state != .cancelled { wakeNext() }
                throw error
            }
        }
        defer { compact() }
        head += 1
        return elements[head - 1]
    }

    private func wakeNext() {
        while !getters.isEmpty {
            let getter = getters.removeFirst()
            if getter.isPending { return getter.finish(result: ()) }
        }
    }

    private func compact() {
        if head == elements.count {
            elements = []
            head = 0
        }
    }
}
