//! What time does where instructions take some.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_python::{Options, Session};
