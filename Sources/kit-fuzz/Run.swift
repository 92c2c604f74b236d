import ConcurrencyKit

/// One run of a program.
struct Run {
    let text: String
    /// What should not be: a deadlock, or something that the run left behind.
    let faults: [String]

    init(_ tree: Tree, seed: UInt64, order: LoopOrder) {
        let log = Transcript()
        let census = Census()
        log.add("## seed \(seed) nodes \(tree.count) tree \(tree.checksum)")
        var faults: [String] = []
        var summary: [String] = []
        weak var closed: EventLoop?
        weak var ended: Program?
        do {
            let loop = EventLoop(clock: .virtual, order: order, trace: .none)
            closed = loop
            loop.exceptionHandler = { log.note($0) }
            let outcome = Result {
                try loop.run {
                    let program = Program(loop: loop, blocks: tree.blocks, log: log, census: census)
                    try await program.main()
                    return program
                }
            }
            loop.close()
            switch outcome {
            case .success(let program):
                ended = program
                summary = program.summary()
            case .failure(let error): faults.append("main: \(error)")
            }
            if !loop.allTasks.isEmpty { faults.append("\(loop.allTasks.count) tasks are left") }
            loop.exceptionHandler = nil
        }
        for line in summary { log.add(line) }
        log.addUnread()
        if census.count != 0 { faults.append("\(census.count) bodies are left suspended") }
        if closed != nil { faults.append("the loop is left") }
        if ended != nil { faults.append("the program is left") }
        text = log.text
        self.faults = faults
    }
}
