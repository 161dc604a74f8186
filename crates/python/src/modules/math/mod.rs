//! `math`.
pub fn fill(_vm: &std::rc::Rc<crate::vm::Vm>, _dict: &crate::object::Dict) {}
