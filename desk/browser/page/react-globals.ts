import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDOM from 'react-dom';
import * as client from 'react-dom/client';

/** Univer's script form looks for React in these globals; React 19 itself is no longer published that way. */
Object.assign(window, { React: { ...React, ...jsxRuntime }, ReactDOM: { ...ReactDOM, ...client } });
