// SPDX-License-Identifier: Apache-2.0
/** From a case, a question's windows and one world to a problem of vehicles. */
package org.respite.wheels.cases;
