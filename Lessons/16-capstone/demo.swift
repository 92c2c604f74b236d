import ConcurrencyKit
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// The site: what is on the pages, and what is wrong with them.

// slice: site
struct Page {
    let text: String
    let milliseconds: Int
    var failures = 0
}

final class Site {
    private var pages = [
        "/news": Page(text: "sunny", milliseconds: 100),
        "/weather": Page(text: "rain", milliseconds: 200, failures: 2),
        "/video": Page(text: "a film", milliseconds: 60_000),
        "/sport": Page(text: "2 to 1", milliseconds: 300),
    ]

    func respond(to path: String) async throws -> Response {
        guard let page = pages[path] else {
            try await sleep(for: .milliseconds(100))
            return Response(status: 404, body: "")
        }
        pages[path]?.failures -= 1
        try await sleep(for: .milliseconds(page.milliseconds))
        return page.failures > 0
            ? Response(status: 503, body: "")
            : Response(status: 200, body: page.text)
    }
}
// end

extension Site {
    /// Other failures, the same ones for the same seed.
    func breakPages(seed: Int) {
        var state = UInt64(bitPattern: Int64(seed))
        for path in pages.keys.sorted() {
            state = state &* 6_364_136_223_846_793_005
            state = state &+ 1_442_695_040_888_963_407
            pages[path]?.failures = Int((state >> 33) % 4)
        }
    }
}

// slice: network
struct Response {
    let status: Int
    let body: String
}

protocol Network {
    func get(_ path: String) async throws -> Response
    func close() async throws
}
// end

// slice: simulated
final class SimulatedNetwork: Network {
    private let site: Site

    init(site: Site) { self.site = site }

    func get(_ path: String) async throws -> Response {
        try await site.respond(to: path)
    }

    func close() async throws {}
}
// end

// slice: slots
final class Slots {
    private var free: Int
    private var waiting: [Future<Void>] = []
    private var isClosed = false

    init(_ count: Int) { free = count }

    func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        try await take()
        defer { giveBack() }
        return try await body()
    }

    private func take() async throws {
        if isClosed { throw CancelledError(message: "the fetcher stops") }
        if free > 0 {
            free -= 1
            return
        }
        let mine = Future<Void>()
        waiting.append(mine)
        do {
            try await mine.value
        } catch {
            // It was ours already, and we shall not use it.
            if !mine.cancelled { giveBack() }
            throw error
        }
    }

    private func giveBack() {
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            if (try? next.setResult()) != nil { return }
        }
        free += 1
    }

    func close() {
        isClosed = true
        for future in waiting { future.cancel() }
    }
}
// end

// slice: fetch
func fetch(
    _ path: String,
    from network: any Network,
    _ slots: Slots
) async throws -> String {
    var story: [String] = []
    for attempt in 1...3 {
        do {
            let response = try await slots.use {
                try await timeout(after: .milliseconds(800)) {
                    try await network.get(path)
                }
            }
            switch response.status {
            case 200: return (story + [response.body]).joined(separator: ", ")
            case 503: story.append("503")
            default: return "\(response.status)"
            }
        } catch is TimeoutError {
            story.append("too slow")
        } catch is SocketError {
            story.append("no connection")
        }
        if attempt < 3 {
            try await sleep(for: .milliseconds(100 * attempt))
        }
    }
    return (story + ["given up"]).joined(separator: ", ")
}
// end

// slice: fetchAll
func fetchAll(
    _ paths: [String],
    from network: any Network
) async throws {
    let slots = Slots(2)
    let fetches = paths.map { path in
        createTask(name: path) {
            try await fetch(path, from: network, slots)
        }
    }
    let all = gatherResultsFuture(fetches)
    var stop: CancelledError?
    do {
        _ = try await shield(all).value
    } catch let cancellation as CancelledError {
        print("stopping")
        stop = cancellation
        slots.close()
        // Asked again, we wait no longer.
        _ = try? await wait(for: fetches, timeout: .milliseconds(300))
        for fetch in fetches { fetch.cancel() }
    }
    for (path, result) in zip(paths, try await all.value) {
        switch result {
        case .success(let story): print("\(path): \(story)")
        case .failure(is CancelledError): print("\(path): stopped")
        case .failure(let error): print("\(path): failed, \(error)")
        }
    }
    if let stop { throw stop }
}
// end

// slice: counting
final class CountingNetwork: Network {
    private let inner: any Network
    private(set) var requests = 0
    private(set) var open = 0
    private(set) var most = 0

    init(_ inner: any Network) { self.inner = inner }

    func get(_ path: String) async throws -> Response {
        requests += 1
        open += 1
        most = max(most, open)
        defer { open -= 1 }
        return try await inner.get(path)
    }

    func close() async throws {
        try await inner.close()
        print("\(requests) requests, at most \(most) at once")
        print("open at the end: \(open + openSockets.load(ordering: .relaxed))")
    }
}
// end

// The real network: sockets, each blocking call in a thread.

let openSockets = Atomic<Int>(0)

struct SocketError: Error {
    let call: String
    let number: Int32
}

// slice: blocking
/// Calls that block, in a thread. Cancelled, it wakes the thread by `interrupt`
/// and waits for its end, so that nobody closes what the thread still uses.
func blocking<Value: Sendable>(
    interrupt: () -> Void,
    _ calls: @escaping @Sendable () throws -> Value
) async throws -> Value {
    let thread = createTask { try await toThread(calls) }
    do {
        return try await shield(thread).value
    } catch let cancellation as CancelledError {
        interrupt()
        _ = try await wait(for: [thread])
        throw cancellation
    }
}
// end

struct Socket: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) throws {
        guard descriptor >= 0 else { throw SocketError(call: "socket", number: errno) }
        self.descriptor = descriptor
        openSockets.add(1, ordering: .relaxed)
        // No call blocks for longer, whatever the other side does.
        var limit = timeval(tv_sec: 2, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        #if canImport(Darwin)
            var yes: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    init() throws {
        #if canImport(Darwin)
            try self.init(descriptor: socket(AF_INET, SOCK_STREAM, 0))
        #else
            try self.init(descriptor: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        #endif
    }

    /// Calls that wait for this socket return at once.
    func shutDown() {
        #if canImport(Darwin)
            _ = Darwin.shutdown(descriptor, SHUT_RDWR)
        #else
            _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
        #endif
    }

    func close() {
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #else
            _ = Glibc.close(descriptor)
        #endif
        openSockets.subtract(1, ordering: .relaxed)
    }

    func connect(toPort port: UInt16) throws {
        try Self.withLoopback(port) { address, size in
            #if canImport(Darwin)
                let result = Darwin.connect(descriptor, address, size)
            #else
                let result = Glibc.connect(descriptor, address, size)
            #endif
            if result != 0 { throw SocketError(call: "connect", number: errno) }
        }
    }

    /// Listens on a port that the system chooses; its number.
    func listen() throws -> UInt16 {
        try Self.withLoopback(0) { address, size in
            if bind(descriptor, address, size) != 0 { throw SocketError(call: "bind", number: errno) }
        }
        #if canImport(Darwin)
            let result = Darwin.listen(descriptor, 16)
        #else
            let result = Glibc.listen(descriptor, 16)
        #endif
        if result != 0 { throw SocketError(call: "listen", number: errno) }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The descriptor of the next caller; nil if nobody calls within 20 ms.
    func accept() -> Int32? {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        #if canImport(Darwin)
            guard Darwin.poll(&poll, 1, 20) > 0 else { return nil }
            let caller = Darwin.accept(descriptor, nil, nil)
        #else
            guard Glibc.poll(&poll, 1, 20) > 0 else { return nil }
            let caller = Glibc.accept(descriptor, nil, nil)
        #endif
        return caller >= 0 ? caller : nil
    }

    func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            #if canImport(Darwin)
                let count = rest.withUnsafeBytes { Darwin.send(descriptor, $0.baseAddress, $0.count, 0) }
            #else
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            #endif
            guard count > 0 else { throw SocketError(call: "send", number: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// What comes until the other side has ended, or until an empty line.
    func receive(untilEmptyLine: Bool) throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1024)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0 { throw SocketError(call: "recv", number: errno) }
            bytes += buffer.prefix(count)
            let isWhole = untilEmptyLine && bytes.suffix(4) == [13, 10, 13, 10]
            if count == 0 || isWhole { return String(decoding: bytes, as: UTF8.self) }
        }
    }

    private static func withLoopback(
        _ port: UInt16,
        _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Void
    ) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        try withUnsafePointer(to: &address) {
            try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

// slice: server
final class Server {
    let port: UInt16
    private let listener: Socket
    private let site: Site
    private var isStopping = false
    private var accepting: LoopTask<Void>?
    private var visits: Set<LoopTask<Void>> = []

    init(site: Site) throws {
        self.site = site
        listener = try Socket()
        port = try listener.listen()
        accepting = createTask(name: "server") { try await self.accept() }
    }

    private func accept() async throws {
        while !isStopping {
            let listener = listener
            guard let caller = try await toThread({ listener.accept() })
            else { continue }
            let socket = try Socket(descriptor: caller)
            let visit = createTask { try await self.serve(socket) }
            visits.insert(visit)
            visit.addDoneCallback { visit in
                self.visits.remove(visit)
                // A visitor who has left is no failure.
                if !visit.cancelled { _ = try visit.exception() }
            }
        }
    }

    private func serve(_ socket: Socket) async throws {
        defer { socket.close() }
        let request = try await blocking(interrupt: socket.shutDown) {
            try socket.receive(untilEmptyLine: true)
        }
        let words = request.split(separator: " ")
        guard words.count > 2 else { return }
        let response = try await site.respond(to: String(words[1]))
        try await blocking(interrupt: socket.shutDown) {
            let head = "HTTP/1.0 \(response.status) -\r\n\r\n"
            try socket.send(head + response.body)
        }
    }

    func close() async throws {
        isStopping = true
        try await accepting?.value
        listener.close()
        let left = Array(visits)
        for visit in left { visit.cancel() }
        if !left.isEmpty { _ = try await wait(for: left) }
    }
}
// end

// slice: sockets
final class SocketNetwork: Network {
    private let server: Server

    init(site: Site) throws { server = try Server(site: site) }

    func get(_ path: String) async throws -> Response {
        let socket = try Socket()
        defer { socket.close() }
        let port = server.port
        let text = try await blocking(interrupt: socket.shutDown) {
            try socket.connect(toPort: port)
            try socket.send("GET \(path) HTTP/1.0\r\n\r\n")
            return try socket.receive(untilEmptyLine: false)
        }
        let head = text.split(separator: " ", maxSplits: 2)
        guard head.count == 3, let status = Int(head[1]) else {
            throw SocketError(call: "response", number: 0)
        }
        let body = text.split(separator: "\r\n\r\n").dropFirst().joined()
        return Response(status: status, body: body)
    }

    func close() async throws { try await server.close() }
}
// end

/// The number behind `name` among the arguments.
func argument(_ name: String) -> Int? {
    let words = CommandLine.arguments
    guard let place = words.firstIndex(of: name) else { return nil }
    return words.dropFirst(place + 1).first.flatMap { Int($0) }
}

// slice: main
let paths = ["/news", "/weather", "/video", "/old", "/sport"]

let isReal = CommandLine.arguments.contains("--sockets")

do {
    // Sockets know nothing of virtual time.
    try run(clock: isReal ? .continuous : .fromEnvironment) {
        let site = Site()
        if let seed = argument("--seed") { site.breakPages(seed: seed) }
        let network = CountingNetwork(
            isReal ? try SocketNetwork(site: site) : SimulatedNetwork(site: site)
        )
        if let time = argument("--stop-after"), let main = LoopTask.current {
            createTask(name: "stop") {
                try await sleep(for: .milliseconds(time))
                main.cancel()
            }
        }
        do {
            try await fetchAll(paths, from: network)
        } catch {
            try await network.close()
            throw error
        }
        try await network.close()
    }
} catch is CancelledError {
    print("stopped")
}
// end
