import Foundation
import Testing

@testable import TutorKit

/// The compiler's names of its errors are no stable interface: here is a program for each that has an explanation.
@Suite struct CompileExplanationTests {
    /// By the identifier: what produces the error. Names are private, because all of them are compiled as one module.
    private static let sources: [String: String] = [
        "async_expr_without_await": "private func f() async {}\nprivate func g() async { f() }",
        "async_in_nonasync_function": "private func f() async {}\nprivate func g() { await f() }",
        "cannot_pass_async_func_to_sync_parameter":
            "private func f(_ b: () -> Int) {}\nprivate func g() async -> Int { 1 }\nprivate func h() { f { await g() } }",
        "try_rhs": "private func f() async -> Bool { true }\nprivate func g() async { if true && await f() {} }",
        "throwing_call_without_try": "private func f() throws {}\nprivate func g() throws { f() }",
        "tryless_throwing_call_unhandled": "private func f() throws {}\nprivate func g() { f() }",
        "try_unhandled": "private func f() throws {}\nprivate func g() { try f() }",
        "try_unhandled_in_nonexhaustive_catch":
            "private func f() throws {}\nprivate func g() { do { try f() } catch is CancellationError { } }",
        "throws_functiontype_mismatch":
            "private func f(_ b: () -> Int) {}\nprivate func g() throws -> Int { 1 }\nprivate func h() { f { try g() } }",
        "cannot_convert_thrown_type": "private func f() throws { throw \"bad\" }",
        "foreach_sequence_does_not_conform_to_expected_protocol":
            "private func f(_ s: AsyncStream<Int>) async { for x in s { print(x) } }",
        "actor_isolated_non_self_reference": "private actor A { var n = 0 }\nprivate func f(_ a: A) { print(a.n) }",
        "shared_mutable_state_decl": "private var n = 0",
        "regionbasedisolation_type_send_yields_race":
            "private class C { var n = 0 }\nprivate func f() async { let c = C(); Task { c.n += 1 }; print(c.n) }",
        "regionbasedisolation_named_send_yields_race":
            "private func f(_ g: @escaping () async throws -> Int) async throws { async let x = g(); _ = try await x }",
        "regionbasedisolation_typed_tns_passed_sending_closure":
            "private class C { var n = 0 }\nprivate func f(_ c: C) { Task.detached { c.n += 1 } }",
        "property_use_in_closure_without_explicit_self":
            "private class C { var n = 0\n func f() { g { n += 1 } }\n func g(_ b: @escaping () -> Void) {} }",
        "general_noattrfunc_to_attr": "private func f(_ b: () -> Void) { let x: [() -> Void] = [b]; _ = x }",
        "could_not_find_type_member": "private enum E { case a }\nprivate let e = E.b",
        "ambiguous_decl_ref":
            "private func f(_ a: Int) {}\nprivate func f(_ a: String) {}\nprivate func g() { let h = f; _ = h }",
        "closure_argument_list_tuple": "private func f(_ b: () -> Void) {}\nprivate func g() { f { x in } }",
        "cannot_infer_base_of_unresolved_member": "private struct S {}\nprivate func f(_ s: S) { s.go(.seconds(1)) }",
        "cannot_convert_initializer_value": "private func f() { let x: Int = \"a\"; _ = x }",
        "cannot_convert_argument_value": "private func f(_ x: Int) {}\nprivate func g() { f(\"a\") }",
        "cannot_convert_to_return_type": "private func f() -> Int { \"a\" }",
        "cannot_return_value_from_void_func": "private func f() { return 1 }",
        "missing_return_decl": "private func f(_ b: Bool) -> Int { if b { return 1 } }",
        "optional_not_unwrapped": "private func f(_ x: Int) {}\nprivate func g(_ y: Int?) { f(y) }",
        "unresolved_nil_literal": "private func f() { let x = nil }",
        "collection_literal_empty": "private func f() { let x = [] }",
        "cannot_infer_closure_parameter_type": "private func f() { let x = { x in x }; _ = x }",
        "unbound_generic_parameter": "private func f<T>() -> T? { nil }\nprivate func g() { f() }",
        "cannot_apply_binop_to_args": "private func f() { let x = 1 + \"a\"; _ = x }",
        "integer_used_as_boolean": "private func f(_ x: Int) { if x { } }",
        "use_of_equal_instead_of_equality": "private func f(_ b: Bool) { if b = true { } }",
        "expression_too_complex": """
        private func f() -> Double { let a = 1, b = 2.0, c = 3; return -a + b * (c - 1) + [1, 2.0, a, b].map { $0 * 2 + b - c }\
        .reduce(0, +) / (a + 2 * b - 3 * c) + { $0 + 1 }(a) }
        """,
        "non_exhaustive_switch": "private enum E { case a, b }\nprivate func f(_ e: E) { switch e { case .a: break } }",
        "type_does_not_conform": "private protocol P { func p() }\nprivate struct S: P {}",
        "cannot_find_in_scope": "private func f() { fetchAl() }",
        "cannot_find_in_scope_corrected": "private func f() { for i in 0..3 { print(i) } }",
        "cannot_find_type_in_scope": "private func f(_ x: Strin) {}",
        "cannot_find_self_in_scope": "private func f() { self.x = 1 }",
        "could_not_find_value_member": "private func f(_ x: [Int]) { x.foo() }",
        "instance_member_use_on_type": "private struct S { func m() {} }\nprivate func f() { S.m() }",
        "candidate_inaccessible": "struct Hidden { private var x = 1 }\nprivate func f(_ s: Hidden) { print(s.x) }",
        "cannot_call_non_function_value": "private func f() { let x = 1; x() }",
        "missing_argument_positional": "private func f(_ x: Int, _ y: Int) {}\nprivate func g() { f(1) }",
        "missing_argument_named": "private struct S { var x: Int }\nprivate func f() { _ = S() }",
        "extra_argument_positional": "private func f(_ x: Int) {}\nprivate func g() { f(1, 2) }",
        "missing_argument_labels": "private func f(of x: Int) {}\nprivate func g() { f(1) }",
        "extra_argument_labels": "private func f(_ x: Int) {}\nprivate func g() { f(of: 1) }",
        "wrong_argument_labels": "private func f(of x: Int) {}\nprivate func g() { f(off: 1) }",
        "assignment_lhs_is_immutable_variable": "private func f() { let x = 1; x = 2 }",
        "cannot_pass_rvalue_mutating_subelement": "private func f(_ a: [Int]) { a.append(1) }",
        "variable_used_before_initialized": "private func f() { let x: Int\n print(x) }",
        "invalid_redecl": "private func f() {}\nprivate func f() {}",
        "attr_ApplicationMain_multiple":
            "@main struct M { static func main() {} }\n@main struct N { static func main() {} }",
        "illegal_top_level_expr": "private func f() {}\nf()",
        "statement_same_line_without_semi": "private func f() { print(1) print(2) }",
        "expected_rbrace_in_brace_stmt": "private func f() {",
        "extra_rbrace": "private func f() { }\n}",
        "lex_unterminated_string": "private func f() { print(\"a) }",
        "expected_expr": "private func f() { try: 1 }",
        "expected_pattern": "private func f() { let = 3 }",
        "break_outside_loop": "private func f() { break }",
        "jump_out_of_defer": "private func f() { defer { return } }",
    ]

    /// Found only in programs without other errors, and where each is compiled for itself.
    private static let late: Set = [
        "missing_return_decl", "variable_used_before_initialized", "regionbasedisolation_type_send_yields_race",
        "regionbasedisolation_typed_tns_passed_sending_closure", "regionbasedisolation_named_send_yields_race",
    ]
    /// A module that does not exist ends the compilation.
    private static let alone = ["sema_no_import": "import Asyncio"]

    private func produced(_ sources: [String: String]) async -> [String: Set<String>] {
        let files = sources.sorted { $0.key < $1.key }.map {
            SourceFile(name: "\($0.key).swift", text: $0.value + "\n", role: .library)
        }
        guard case .failure(.rejected(let diagnostics)) = await Fixtures.checkCompiler.program(for: files) else {
            return [:]
        }
        var found: [String: Set<String>] = [:]
        for diagnostic in diagnostics where diagnostic.severity == .error {
            guard let file = diagnostic.file, let identifier = diagnostic.identifier else { continue }
            found[String(file.dropLast(6)), default: []].insert(identifier)
        }
        return found
    }

    @Test func everyExplanationIsForAnErrorThatTheCompilerStillMakes() async {
        let early = Self.sources.filter { !Self.late.contains($0.key) }
        let late = Self.sources.filter { Self.late.contains($0.key) }
        var found = await produced(early)
        for group in [late, Self.alone] { found.merge(await produced(group)) { $1 } }
        for identifier in CompileExplanation.table.keys.sorted() {
            let seen = found[identifier] ?? []
            #expect(seen.contains(identifier), "no program here produces \(identifier), but \(seen.sorted())")
        }
    }

    @Test func thereAreManyAndEachIsOneOrTwoSentences() {
        #expect(CompileExplanation.table.count >= 25)
        for (identifier, text) in CompileExplanation.table {
            #expect(text.count < 240 && (text.hasSuffix(".") || text.hasSuffix("?")), "\(identifier)")
        }
    }
}
