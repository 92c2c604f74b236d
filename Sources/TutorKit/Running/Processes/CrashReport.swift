/// The standard error of a Swift program, taken apart into what a person wants to read and the rest.
struct CrashReport {
    /// Without the list of stack frames that the runtime prints after a fatal error.
    let text: String
    /// `demo/demo.swift:3: Fatal error: Division by zero`; without the place if it lies in Swift itself; nil if there
    /// was no such error.
    let fatalError: String?

    init(_ errorOutput: String) {
        var kept: [Substring] = []
        var isInFrames = false
        for line in errorOutput.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "Current stack trace:" {
                isInFrames = true
            } else if !isInFrames || !Self.isFrame(line) {
                isInFrames = false
                kept.append(line)
            }
        }
        text = kept.joined(separator: "\n")
        fatalError = kept.last { $0.contains("Fatal error: ") }.map { line in
            let isInSwift = line.hasPrefix("Swift/") || line.hasPrefix("_Concurrency/")
            return String(
                isInSwift ? line[(line.firstRange(of: "Fatal error: ")?.lowerBound ?? line.startIndex)...] : line
            )
        }
    }

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
