extension CompileExplanation {
    /// `async`, `await`, `throws`, `try`.
    static let effects = [
        "async_expr_without_await":
            "This call may suspend, and Swift wants to see where: write `await` before it, after `try` if there is one.",
        "async_in_nonasync_function":
            "Only an `async` function can wait. Mark the function around this line `async`, or start a task for the call.",
        "cannot_pass_async_func_to_sync_parameter":
            "What takes this closure calls it without waiting, so the closure cannot `await`. Await before it, and use the "
            + "result in it; or take something that accepts an `async` closure.",
        "try_rhs":
            "`try` and `await` cover everything to their right, and cannot begin in the middle of an expression. Write them at "
            + "its beginning, or put the call's result into a `let` first.",
        "throwing_call_without_try":
            "This call can throw an error, and Swift wants to see where: write `try` before it.",
        "tryless_throwing_call_unhandled":
            "This call can throw an error: write `try` before it, and mark the function around it `throws`, or catch the error.",
        "try_unhandled":
            "An error thrown here has nowhere to go. Mark the function around this line `throws`, or put the call into "
            + "`do { … } catch { … }`.",
        "try_unhandled_in_nonexhaustive_catch":
            "The `catch` clauses let some errors through, and those have nowhere to go. Add a `catch` without a pattern, or mark "
            + "the function around this line `throws`.",
        "throws_functiontype_mismatch":
            "What takes this closure does not expect errors. Catch them inside the closure, or move the call that throws out of it.",
        "cannot_convert_thrown_type":
            "Only values of a type that is an `Error` can be thrown: declare one, as in `struct Failed: Error {}`.",
        "foreach_sequence_does_not_conform_to_expected_protocol":
            "A plain `for … in` runs over what is all there. Elements that arrive over time need `for await … in`, or "
            + "`for try await … in` if an error may come instead.",
    ]

    /// What protects state that is shared.
    static let isolation = [
        "actor_isolated_non_self_reference":
            "An actor's state belongs to the actor. Read it with `await`, and change it in a method of the actor.",
        "shared_mutable_state_decl":
            "A global `var` can be changed by several threads at once. Keep the state in a local variable or an object instead.",
        "regionbasedisolation_type_send_yields_race":
            "A bare `Task { }` may run on another thread at the same time as this code, and both use the same value. Use the "
            + "kit's `createTask`, whose tasks take turns.",
        "regionbasedisolation_named_send_yields_race":
            "It may be used on another thread at the same time as this code uses it, as with `async let`. Use the kit's "
            + "`createTask`, whose tasks take turns.",
        "regionbasedisolation_typed_tns_passed_sending_closure":
            "The closure may run on another thread at the same time as this code, and both use the same value. Use the kit's "
            + "`createTask`, whose tasks take turns.",
        "property_use_in_closure_without_explicit_self":
            "The closure may be kept after this function is over, and keeps the object with it. Write `self.` to say that you "
            + "mean that.",
        "general_noattrfunc_to_attr":
            "The closure is kept for later here, but its parameter promises that it is not. Mark the parameter `@escaping`.",
    ]
}
