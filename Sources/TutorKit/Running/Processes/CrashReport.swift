/// The standard error of a Swift program, taken apart into what a person wants to read and the rest.
struct CrashReport {
    /// Without the list of stack frames that the runtime prints after a fatal error.
    let text: String
    /// `demo/demo.swift:3: Fatal error: Division by zero`; without the place if it lies in Swift itself; nil if there
    /// was no such error. The description of an uncaught error may have several lines.
    let fatalError: String?

    init(_ errorOutput: String) {
        var kept: [Substring] = []
        var isInFrames = false
        var framesBegin = 0
        for line in errorOutput.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "Current stack trace:" {
                isInFrames = true
                framesBegin = kept.count
            } else if !isInFrames || !Self.isFrame(line) {
                isInFrames = false
                kept.append(line)
            }
        }
        text = kept.joined(separator: "\n")
        fatalError = kept.lastIndex { $0.contains("Fatal error: ") }.map { index in
            let end = kept[index].contains(Self.uncaught) ? max(index + 1, framesBegin) : index + 1
            let lines = kept[index..<end].joined(separator: "\n")
            // A place inside of Swift tells a learner nothing.
            let isInSwift = lines.hasPrefix("Swift/") || lines.hasPrefix("_Concurrency/")
            let start = isInSwift ? lines.firstRange(of: "Fatal error: ")?.lowerBound : nil
            return String(lines[(start ?? lines.startIndex)...])
        }
    }

    /// What Swift says of an error that leaves the program's top level; its description follows.
    static let uncaught = "Error raised at top level: "

    /// Said by Swift's runtime, by the C++ library (the compiler's), and by LLVM.
    var isOutOfMemory: Bool {
        ["Fatal error: failed to allocate", "std::bad_alloc", "LLVM ERROR: out of memory"].contains(
            where: text.contains
        )
    }

    /// `12   libswiftCore.so    0x00007f69c815f130 swift_reportError + 33`
    private static func isFrame(_ line: Substring) -> Bool {
        let words = line.split(separator: " ", maxSplits: 3)
        return words.count >= 3 && words[0].allSatisfy(\.isNumber) && words[2].hasPrefix("0x")
    }
}
