import Foundation

/// One kind of small fault, put into one line at a time.
struct MutationOperator: Sendable {
    let id: String
    /// What the line can become. Nil in the list: the line is left out.
    let variants: @Sendable (String) -> [String?]
    /// Put behind the file, for what a variant calls.
    var support = ""

    /// The faults that people make with asynchronous code, and the classical ones.
    static let all: [MutationOperator] = [
        MutationOperator(id: "drop-cancel") { line in
            line.wholeMatch(of: #/\s*[\w.\[\]()]+\.cancel(All)?\(.*\)/#) == nil ? [] : [nil]
        },
        MutationOperator(id: "drop-wait") { line in
            // A wait whose result nobody uses: often a cleanup.
            line.wholeMatch(of: #/\s*(_ = )?(try\??\s)?\s*await .*[^{]/#) == nil ? [] : [nil]
        },
        MutationOperator(id: "drop-statement") { line in
            // An assignment or a call whose result nobody uses: bookkeeping.
            guard !line.contains("await"), !line.contains("cancel"),
                line.wholeMatch(of: #/\s*(self\.)?\w+([.\[][\w.\[\]\\\"()]*)? ([-+*]?=) .*[^{(,]/#) != nil
                    || line.wholeMatch(of: #/\s*(try\??\s)?[a-z][\w.!?\[\]]*\.\w+\(.*\)/#) != nil
            else { return [] }
            return [nil]
        },
        MutationOperator(
            id: "remove-shield",
            variants: { line in replacements(of: #/\bshield\((?=\w)/#, in: line) { _ in "unshielded(" } },
            support: """
                private func unshielded<Protected: FutureLike>(_ task: Protected) -> Future<Protected.Output> { task.future }

                """
        ),
        MutationOperator(id: "drop-throw") { line in
            line.wholeMatch(of: #/\s*throw .*/#) == nil ? [] : [nil]
        },
        MutationOperator(id: "drop-defer") { line in
            line.wholeMatch(of: #/\s*defer \{ .* \}/#) == nil ? [] : [nil]
        },
        MutationOperator(id: "ignore-error") { line in
            replacements(of: #/try await /#, in: line) { _ in "try? await " }
        },
        MutationOperator(
            id: "gather-in-a-loop",
            variants: { line in
                replacements(of: #/\b(gather|gatherResults)\(/#, in: line) {
                    "oneByOne\($0.hasPrefix("gatherR") ? "Results" : "")("
                }
            },
            support: oneByOne
        ),
        MutationOperator(id: "start-late") { line in
            // Work that begins when somebody waits for it, and not before.
            replacements(of: #/\bcreateTask(?:\((?:[^()]|\([^()]*\))*\))?(?= \{)/#, in: line) { _ in "Coroutine" }
        },
        MutationOperator(id: "gather-throws") { line in
            replacements(of: #/\bgatherResults\(/#, in: line) { _ in "gather(" }
        },
        MutationOperator(
            id: "remove-timeout",
            variants: { line in
                replacements(of: #/\btimeout\((?:[^()]|\([^()]*\))*\)\s*\{/#, in: line) { _ in "withoutLimit {" }
            },
            support: """
                private func withoutLimit<Value>(_ body: () async throws -> Value) async throws -> Value { try await body() }

                """
        ),
        MutationOperator(id: "shorten-sleep") { line in
            replacements(of: #/\bsleep\(for: (?:[^(),]|\([^()]*\))+/#, in: line) { _ in "sleep(for: .zero" }
        },
        MutationOperator(id: "swap-arguments") { line in
            replacements(of: #/\((\w+), (\w+)\)/#, in: line) { match in
                let parts = match.dropFirst().dropLast().components(separatedBy: ", ")
                return parts[0] == parts[1] ? match : "(\(parts[1]), \(parts[0]))"
            }
        },
        MutationOperator(id: "negate-condition") { line in
            guard let match = line.wholeMatch(of: #/(\s*(?:\} else )?(?:if|while|guard) )(.+?)( else)? \{(.*)/#),
                !match.output.2.hasPrefix("let "), !match.output.2.hasPrefix("case "),
                !match.output.2.hasPrefix("var "),
                !match.output.2.hasPrefix("#")
            else { return [] }
            return ["\(match.output.1)!(\(match.output.2))\(match.output.3 ?? "") {\(match.output.4)"]
        },
        MutationOperator(id: "wait-for-others") { line in
            replacements(of: #/\.(firstCompleted|firstError|allCompleted)\b/#, in: line) {
                $0 == ".allCompleted" ? ".firstCompleted" : ".allCompleted"
            }
        },
        MutationOperator(id: "and-or") { line in
            replacements(of: #/ (&&|\|\|) /#, in: line) { $0 == " && " ? " || " : " && " }
        },
        MutationOperator(id: "flip-literal") { line in
            replacements(of: #/(return |= |\()(true|false)\b/#, in: line) {
                $0.hasSuffix("true") ? $0.dropLast(4) + "false" : $0.dropLast(5) + "true"
            }
        },
        MutationOperator(id: "off-by-one") { line in
            replacements(of: #/ [-+] 1\b/#, in: line) { _ in "" }
        },
        MutationOperator(id: "shift-limit") { line in
            replacements(of: #/ (<|<=|>|>=) /#, in: line) { match in
                let swapped = [" < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > "]
                return swapped[String(match)] ?? String(match)
            }
        },
    ]

    /// The line with each match replaced in turn; one that stays the same is no variant.
    private static func replacements<Output>(
        of pattern: Regex<Output>,
        in line: String,
        with replacement: (String) -> String
    ) -> [String?] {
        line.matches(of: pattern).compactMap { match in
            let changed = line.replacingCharacters(in: match.range, with: replacement(String(line[match.range])))
            return changed == line ? nil : .some(changed)
        }
    }

    private static let oneByOne = """
        private func oneByOne<Argument: Awaitable>(_ awaitables: some Sequence<Argument>) async throws -> [Argument.Output] {
            var values: [Argument.Output] = []
            for awaitable in awaitables { values.append(try await awaitable.value) }
            return values
        }

        private func oneByOne<Value>(_ bodies: (() async throws -> Value)...) async throws -> [Value] {
            try await oneByOne(bodies.map { body in Coroutine { try await body() } })
        }

        private func oneByOneResults<Argument: Awaitable>(
            _ awaitables: some Sequence<Argument>
        ) async throws -> [Result<Argument.Output, any Error>] {
            var results: [Result<Argument.Output, any Error>] = []
            for awaitable in awaitables {
                do { results.append(.success(try await awaitable.value)) } catch is CancelledError {
                    throw CancelledError()
                } catch {
                    results.append(.failure(error))
                }
            }
            return results
        }

        """
}
